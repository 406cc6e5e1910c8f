/*
 * Derived from fdlibm: e_exp.c, s_expm1.c.
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
 * exp and expm1: x = k·ln 2 + r with |r| ≤ ln 2 / 2; a rational approximation of the exponential of r is
 * scaled by 2^k. r is kept as a difference of two numbers, since rounding it would show in the last bit.
 */

import { fromWords, highWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";

const overflowLimit = 709.782712893384;
const underflowLimit = -745.1332191019411;
// The head has zeros enough at its end that its product with any exponent is exact.
const ln2Head = 0.6931471803691238;
const ln2Tail = 1.9082149292705877e-10;
const log2OfE = Math.LOG2E;
const twoTo1023 = 8.98846567431158e307;

// r·(e^r + 1) / (e^r - 1) ≈ 2 + P1·r² + … + P5·r¹⁰, error below 2^-59
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

export function exp(x: float): float {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  if (absHigh >= 0x40862e42) {
    if (Number.isNaN(x)) return NaN;
    if (x > overflowLimit) return Infinity;
    if (x < underflowLimit) return 0.0;
  }

  let exponent = 0;
  let upper = 0.0;
  let lower = 0.0;
  let reduced = x;
  if (absHigh > 0x3fd62e42) {
    if (absHigh < 0x3ff0a2b2) {
      // The approximation misses the last bit of e; V8 corrects that one argument.
      if (x === 1.0) return Math.E;
      exponent = high < 0 ? -1 : 1;
    } else {
      exponent = (log2OfE * x + (high < 0 ? -0.5 : 0.5)) | 0;
    }
    upper = x - exponent * ln2Head;
    lower = exponent * ln2Tail;
    reduced = upper - lower;
  } else if (absHigh < 0x3e300000) {
    return 1.0 + x;
  }

  const square = reduced * reduced;
  const c = reduced - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
  if (exponent === 0) return 1.0 - ((reduced * c) / (c - 2.0) - reduced);
  const result = 1.0 - (lower - (reduced * c) / (2.0 - c) - upper);
  if (exponent >= -1021) {
    if (exponent === 1024) return result * 2.0 * twoTo1023;
    return result * fromWords((0x3ff + exponent) << 20, 0);
  }
  // Two steps, since 2^exponent would be subnormal; only the second one rounds.
  return result * fromWords((0x3ff + exponent + 1000) << 20, 0) * 9.332636185032189e-302;
}

// As above for (e^r - 1): coefficients of (r²/2)^n
const Q1 = -0.03333333333333313;
const Q2 = 0.0015873015872548146;
const Q3 = -7.93650757867488e-5;
const Q4 = 4.008217827329362e-6;
const Q5 = -2.0109921818362437e-7;

export function expm1(x: float): float {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  if (absHigh >= 0x4043687a) {
    if (Number.isNaN(x)) return NaN;
    if (x > overflowLimit) return Infinity;
    if (high < 0) return -1.0;
  }

  let exponent = 0;
  let reduced = x;
  let correction = 0.0;
  if (absHigh > 0x3fd62e42) {
    if (absHigh < 0x3ff0a2b2) {
      exponent = high < 0 ? -1 : 1;
    } else {
      exponent = (log2OfE * x + (high < 0 ? -0.5 : 0.5)) | 0;
    }
    const upper = x - exponent * ln2Head;
    const lower = exponent * ln2Tail;
    reduced = upper - lower;
    correction = upper - reduced - lower;
  } else if (absHigh < 0x3c900000) {
    return x;
  }

  const half = 0.5 * reduced;
  const halfSquare = reduced * half;
  const ratio =
    1.0 + halfSquare * (Q1 + halfSquare * (Q2 + halfSquare * (Q3 + halfSquare * (Q4 + halfSquare * Q5))));
  const t = 3.0 - ratio * half;
  let e = halfSquare * ((ratio - t) / (6.0 - reduced * t));
  if (exponent === 0) return reduced - (reduced * e - halfSquare);
  e = reduced * (e - correction) - correction;
  e -= halfSquare;
  if (exponent === -1) return 0.5 * (reduced - e) - 0.5;
  if (exponent === 1) {
    if (reduced < -0.25) return -2.0 * (e - (reduced + 0.5));
    return 1.0 + 2.0 * (reduced - e);
  }
  const scale = fromWords((0x3ff + exponent) << 20, 0);
  if (exponent <= -2 || exponent > 56) {
    // The -1 lies beyond the last bit, or is subtracted exactly.
    const result = 1.0 - (e - reduced);
    if (exponent === 1024) return result * 2.0 * twoTo1023 - 1.0;
    return result * scale - 1.0;
  }
  if (exponent < 20) {
    const oneMinusPower = fromWords(0x3ff00000 - (0x200000 >> exponent), 0);
    return (oneMinusPower - (e - reduced)) * scale;
  }
  const power = fromWords((0x3ff - exponent) << 20, 0);
  return (reduced - (e + power) + 1.0) * scale;
}
