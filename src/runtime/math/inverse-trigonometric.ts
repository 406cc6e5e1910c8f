/*
 * Derived from fdlibm: e_asin.c, e_acos.c, s_atan.c, e_atan2.c.
 *
 * ====================================================
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */

/** asin, acos, atan and atan2. */

import { fromWords, highWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";

const pi = Math.PI;
const piTail = 1.2246467991473532e-16;
const halfPi = 1.5707963267948966;
const halfPiTail = 6.123233995736766e-17;
const quarterPi = 0.7853981633974483;

// (asin x - x) / x³ ≈ (P0 + P1·x² + …) / (1 + Q1·x² + …) on [0, 1/2], error below 2^-58.75
const P0 = 0.16666666666666666;
const P1 = -0.3255658186224009;
const P2 = 0.20121253213486293;
const P3 = -0.04005553450067941;
const P4 = 0.0007915349942898145;
const P5 = 3.479331075960212e-5;
const Q1 = -2.403394911734414;
const Q2 = 2.0209457602335057;
const Q3 = -0.6882839716054533;
const Q4 = 0.07703815055590194;

/** (asin x - x) / x, given x². */
function asinQuotient(square: number): number {
  const p = square * (P0 + square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5)))));
  const q = 1.0 + square * (Q1 + square * (Q2 + square * (Q3 + square * Q4)));
  return p / q;
}

export function asin(x: float): float {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  const absX = Math.abs(x);
  if (absHigh >= 0x3ff00000) {
    if (absX !== 1.0) return NaN;
    return x * halfPi + x * halfPiTail;
  }
  if (absHigh < 0x3fe00000) {
    if (absHigh < 0x3e400000) return x;
    return x + x * asinQuotient(x * x);
  }
  // asin x = π/2 - 2·asin √((1 - x) / 2)
  const square = (1.0 - absX) * 0.5;
  const root = Math.sqrt(square);
  const quotient = asinQuotient(square);
  let result = 0.0;
  if (absHigh >= 0x3fef3333) {
    result = halfPi - (2.0 * (root + root * quotient) - halfPiTail);
  } else {
    const rootHead = fromWords(highWord(root), 0);
    const rootTail = (square - rootHead * rootHead) / (root + rootHead);
    const lower = 2.0 * root * quotient - (halfPiTail - 2.0 * rootTail);
    const upper = quarterPi - 2.0 * rootHead;
    result = quarterPi - (lower - upper);
  }
  return high < 0 ? -result : result;
}

export function acos(x: float): float {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  if (absHigh >= 0x3ff00000) {
    if (x === 1.0) return 0.0;
    if (x === -1.0) return pi;
    return NaN;
  }
  if (absHigh < 0x3fe00000) {
    if (absHigh <= 0x3c600000) return halfPi;
    return halfPi - (x - (halfPiTail - x * asinQuotient(x * x)));
  }
  if (high < 0) {
    const square = (1.0 + x) * 0.5;
    const root = Math.sqrt(square);
    const correction = asinQuotient(square) * root - halfPiTail;
    return pi - 2.0 * (root + correction);
  }
  const square = (1.0 - x) * 0.5;
  const root = Math.sqrt(square);
  const rootHead = fromWords(highWord(root), 0);
  const rootTail = (square - rootHead * rootHead) / (root + rootHead);
  const correction = asinQuotient(square) * root + rootTail;
  return 2.0 * (rootHead + correction);
}

// atan x ≈ x - x³·(A0 + A1·x² + … + A10·x²⁰) on [0, 7/16]
const A0 = 0.3333333333333293;
const A1 = -0.19999999999876483;
const A2 = 0.14285714272503466;
const A3 = -0.11111110405462356;
const A4 = 0.09090887133436507;
const A5 = -0.0769187620504483;
const A6 = 0.06661073137387531;
const A7 = -0.058335701337905735;
const A8 = 0.049768779946159324;
const A9 = -0.036531572744216916;
const A10 = 0.016285820115365782;

export function atan(x: float): float {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  const absX = Math.abs(x);
  if (absHigh >= 0x44100000) {
    if (Number.isNaN(x)) return NaN;
    return high < 0 ? -halfPi : halfPi;
  }
  if (absHigh < 0x3fdc0000) {
    if (absHigh < 0x3e400000) return x;
    return x - atanRest(x);
  }
  // atan x = atan c + atan((x - c) / (1 + c·x)), c the nearest of 1/2, 1, 3/2 and infinity
  let reduced = 0.0;
  let centreHead = 0.0;
  let centreTail = 0.0;
  if (absHigh < 0x3fe60000) {
    reduced = (2.0 * absX - 1.0) / (2.0 + absX);
    centreHead = 0.4636476090008061;
    centreTail = 2.2698777452961687e-17;
  } else if (absHigh < 0x3ff30000) {
    reduced = (absX - 1.0) / (absX + 1.0);
    centreHead = quarterPi;
    centreTail = 3.061616997868383e-17;
  } else if (absHigh < 0x40038000) {
    reduced = (absX - 1.5) / (1.0 + 1.5 * absX);
    centreHead = 0.982793723247329;
    centreTail = 1.3903311031230998e-17;
  } else {
    reduced = -1.0 / absX;
    centreHead = halfPi;
    centreTail = halfPiTail;
  }
  const result = centreHead - (atanRest(reduced) - centreTail - reduced);
  return high < 0 ? -result : result;
}

/** x - atan x for |x| ≤ 7/16. */
function atanRest(x: number): number {
  const square = x * x;
  const fourth = square * square;
  const even = square * (A0 + fourth * (A2 + fourth * (A4 + fourth * (A6 + fourth * (A8 + fourth * A10)))));
  const odd = fourth * (A1 + fourth * (A3 + fourth * (A5 + fourth * (A7 + fourth * A9))));
  return x * (even + odd);
}

export function atan2(y: float, x: float): float {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === 1.0) return atan(y);
  const xHigh = highWord(x);
  const yHigh = highWord(y);
  const xIsNegative = xHigh < 0;
  const yIsNegative = yHigh < 0;
  if (y === 0.0) {
    if (!xIsNegative) return y;
    return yIsNegative ? -pi : pi;
  }
  if (x === 0.0) return yIsNegative ? -halfPi : halfPi;

  const xAbsHigh = xHigh & 0x7fffffff;
  const yAbsHigh = yHigh & 0x7fffffff;
  if (xAbsHigh === 0x7ff00000) {
    let angle = xIsNegative ? pi : 0.0;
    if (yAbsHigh === 0x7ff00000) angle = xIsNegative ? 3.0 * quarterPi : quarterPi;
    return yIsNegative ? -angle : angle;
  }
  if (yAbsHigh === 0x7ff00000) return yIsNegative ? -halfPi : halfPi;

  const exponentDifference = (yAbsHigh - xAbsHigh) >> 20;
  if (exponentDifference > 60) return yIsNegative ? -halfPi : halfPi;
  const angle = xIsNegative && exponentDifference < -60 ? 0.0 : atan(Math.abs(y / x));
  if (xIsNegative) return yIsNegative ? angle - piTail - pi : pi - (angle - piTail);
  return yIsNegative ? -angle : angle;
}
