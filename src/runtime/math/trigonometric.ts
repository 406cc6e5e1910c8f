/*
 * Derived from fdlibm: s_sin.c, s_cos.c, s_tan.c, k_sin.c, k_cos.c, k_tan.c.
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

/**
 * sin, cos and tan: the angle is reduced to [-π/4, π/4] and a polynomial is evaluated there.
 *
 *   quadrant   sin   cos   tan
 *      0        S     C     T
 *      1        C    -S   -1/T
 *      2       -S    -C     T
 *      3       -C     S   -1/T
 */

import { fromWords, highWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";
import { reduceByHalfPi, remainderHead, remainderTail } from "./argument-reduction.ts";

export function sin(x: float): float {
  const absHigh = highWord(x) & 0x7fffffff;
  if (absHigh <= 0x3fe921fb) return kernelSin(x);
  if (absHigh >= 0x7ff00000) return NaN;
  const quadrant = reduceByHalfPi(x) & 3;
  if (quadrant === 0) return kernelSinOfSum(remainderHead(), remainderTail());
  if (quadrant === 1) return kernelCos(remainderHead(), remainderTail());
  if (quadrant === 2) return -kernelSinOfSum(remainderHead(), remainderTail());
  return -kernelCos(remainderHead(), remainderTail());
}

export function cos(x: float): float {
  const absHigh = highWord(x) & 0x7fffffff;
  if (absHigh <= 0x3fe921fb) return kernelCos(x, 0.0);
  if (absHigh >= 0x7ff00000) return NaN;
  const quadrant = reduceByHalfPi(x) & 3;
  if (quadrant === 0) return kernelCos(remainderHead(), remainderTail());
  if (quadrant === 1) return -kernelSinOfSum(remainderHead(), remainderTail());
  if (quadrant === 2) return -kernelCos(remainderHead(), remainderTail());
  return kernelSinOfSum(remainderHead(), remainderTail());
}

export function tan(x: float): float {
  const absHigh = highWord(x) & 0x7fffffff;
  if (absHigh <= 0x3fe921fb) return kernelTan(x, 0.0, false);
  if (absHigh >= 0x7ff00000) return NaN;
  const quadrant = reduceByHalfPi(x);
  return kernelTan(remainderHead(), remainderTail(), (quadrant & 1) === 1);
}

// sin x ≈ x + S1·x³ + … + S6·x¹³, error below 2^-58
const S1 = -0.16666666666666632;
const S2 = 0.00833333333332249;
const S3 = -0.0001984126982985795;
const S4 = 2.7557313707070068e-6;
const S5 = -2.5050760253406863e-8;
const S6 = 1.58969099521155e-10;

/** sin x for |x| ≤ π/4. */
function kernelSin(x: number): number {
  if ((highWord(x) & 0x7fffffff) < 0x3e400000) return x;
  const square = x * x;
  const cube = square * x;
  const rest = S2 + square * (S3 + square * (S4 + square * (S5 + square * S6)));
  return x + cube * (S1 + square * rest);
}

/** sin(x + y) for |x| ≤ π/4, y its tail. */
function kernelSinOfSum(x: number, y: number): number {
  if ((highWord(x) & 0x7fffffff) < 0x3e400000) return x;
  const square = x * x;
  const cube = square * x;
  const rest = S2 + square * (S3 + square * (S4 + square * (S5 + square * S6)));
  return x - (square * (0.5 * y - cube * rest) - y - cube * S1);
}

// cos x ≈ 1 - x²/2 + C1·x⁴ + … + C6·x¹⁴, error below 2^-58
const C1 = 0.0416666666666666;
const C2 = -0.001388888888887411;
const C3 = 2.480158728947673e-5;
const C4 = -2.7557314351390663e-7;
const C5 = 2.087572321298175e-9;
const C6 = -1.1359647557788195e-11;

/** cos(x + y) for |x| ≤ π/4, y its tail. */
function kernelCos(x: number, y: number): number {
  const absHigh = highWord(x) & 0x7fffffff;
  if (absHigh < 0x3e400000) return 1.0;
  const square = x * x;
  const rest = square * (C1 + square * (C2 + square * (C3 + square * (C4 + square * (C5 + square * C6)))));
  if (absHigh < 0x3fd33333) return 1.0 - (0.5 * square - (square * rest - x * y));
  // From 0.3 on a quarter of |x| is taken off first: 1 - quarter and x²/2 - quarter are exact.
  const quarter = absHigh > 0x3fe90000 ? 0.28125 : fromWords(absHigh - 0x00200000, 0);
  const half = 0.5 * square - quarter;
  return 1.0 - quarter - (half - (square * rest - x * y));
}

// tan x ≈ x + T0·x³ + … + T12·x²⁷ on [0, 0.67434], error below 2^-59.2
const T0 = 0.3333333333333341;
const T1 = 0.13333333333320124;
const T2 = 0.05396825397622605;
const T3 = 0.021869488294859542;
const T4 = 0.0088632398235993;
const T5 = 0.0035920791075913124;
const T6 = 0.0014562094543252903;
const T7 = 0.0005880412408202641;
const T8 = 0.0002464631348184699;
const T9 = 7.817944429395571e-5;
const T10 = 7.140724913826082e-5;
const T11 = -1.8558637485527546e-5;
const T12 = 2.590730518636337e-5;
const quarterPiHead = 0.7853981633974483;
const quarterPiTail = 3.061616997868383e-17;

/** tan(x + y), or -1/tan(x + y), for |x| ≤ π/4, y its tail. */
function kernelTan(x: number, y: number, reciprocal: boolean): number {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  if (absHigh < 0x3e300000) return reciprocal ? minusReciprocalOfSum(x, y) : x;
  const nearQuarterPi = absHigh >= 0x3fe59428;
  if (nearQuarterPi) {
    // tan x = (1 - tan z) / (1 + tan z) with z = π/4 - |x|
    const absX = high < 0 ? -x : x;
    const absY = high < 0 ? -y : y;
    x = quarterPiHead - absX + (quarterPiTail - absY);
    y = 0.0;
  }
  const square = x * x;
  const fourth = square * square;
  const odd = T1 + fourth * (T3 + fourth * (T5 + fourth * (T7 + fourth * (T9 + fourth * T11))));
  const even = square * (T2 + fourth * (T4 + fourth * (T6 + fourth * (T8 + fourth * (T10 + fourth * T12)))));
  const cube = square * x;
  let rest = y + square * (cube * (odd + even) + y);
  rest += T0 * cube;
  const tangent = x + rest;
  if (nearQuarterPi) {
    const one = reciprocal ? -1.0 : 1.0;
    const sign = high < 0 ? -1.0 : 1.0;
    return sign * (one - 2.0 * (x - ((tangent * tangent) / (tangent + one) - rest)));
  }
  return reciprocal ? minusReciprocalOfSum(x, rest) : tangent;
}

/** -1 / (x + y), more exactly than rounding the sum first would give it. */
function minusReciprocalOfSum(x: number, y: number): number {
  const sum = x + y;
  const sumHead = fromWords(highWord(sum), 0);
  const sumTail = y - (sumHead - x);
  const quotient = -1.0 / sum;
  const quotientHead = fromWords(highWord(quotient), 0);
  const error = 1.0 + quotientHead * sumHead;
  return quotientHead + quotient * (error + quotientHead * sumTail);
}
