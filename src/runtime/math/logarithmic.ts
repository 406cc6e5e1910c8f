/*
 * Derived from fdlibm: e_log.c, s_log1p.c, and e_log2.c, k_log.h, e_log10.c as FreeBSD and V8 have them.
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
 * log, log1p, log2 and log10: x = 2^k·(1 + f) with √2/2 < 1 + f < √2, then with s = f / (2 + f)
 * log(1 + f) = log(1 + s) - log(1 - s) = 2s + 2/3·s³ + …, as a polynomial in s².
 */

import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";

const ln2Head = 0.6931471803691238;
const ln2Tail = 1.9082149292705877e-10;
const twoTo54 = 1.8014398509481984e16;

const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

export function log(x: float): float {
  let high = highWord(x);
  let exponent = 0;
  if (high < 0x00100000) {
    if (x === 0.0) return -Infinity;
    if (high < 0) return NaN;
    exponent = -54;
    x *= twoTo54;
    high = highWord(x);
  }
  if (high >= 0x7ff00000) return x;
  exponent += (high >> 20) - 1023;
  high &= 0x000fffff;
  const halve = (high + 0x95f64) & 0x100000;
  const f = fromWords(high | (halve ^ 0x3ff00000), lowWord(x)) - 1.0;
  exponent += halve >> 20;
  if ((0x000fffff & (2 + high)) < 3) {
    // |f| < 2^-20
    if (f === 0.0) return exponent * ln2Head + exponent * ln2Tail;
    const rest = f * f * (0.5 - 0.3333333333333333 * f);
    if (exponent === 0) return f - rest;
    return exponent * ln2Head - (rest - exponent * ln2Tail - f);
  }
  const s = f / (2.0 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const rest = odd + even;
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const halfSquare = 0.5 * f * f;
    if (exponent === 0) return f - (halfSquare - s * (halfSquare + rest));
    return exponent * ln2Head - (halfSquare - (s * (halfSquare + rest) + exponent * ln2Tail) - f);
  }
  if (exponent === 0) return f - s * (f - rest);
  return exponent * ln2Head - (s * (f - rest) - exponent * ln2Tail - f);
}

export function log1p(x: float): float {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  let exponent = 1;
  let f = x;
  let fraction = 1;
  let correction = 0.0;
  if (high < 0x3fda827a) {
    if (absHigh >= 0x3ff00000) return x === -1.0 ? -Infinity : NaN;
    if (absHigh < 0x3e200000) {
      if (absHigh < 0x3c900000) return x;
      return x - x * x * 0.5;
    }
    // √2/2 - 1 ≤ x < √2 - 1: 1 + x needs no scaling
    if (high > 0 || high <= -0x402d413c) exponent = 0;
  }
  if (high >= 0x7ff00000) return x;
  if (exponent !== 0) {
    // 1 + x is rounded: what it lost is added to the result.
    let sum = x;
    if (high < 0x43400000) {
      sum = 1.0 + x;
      exponent = (highWord(sum) >> 20) - 1023;
      correction = exponent > 0 ? 1.0 - (sum - x) : x - (sum - 1.0);
      correction /= sum;
    } else {
      exponent = (highWord(sum) >> 20) - 1023;
    }
    fraction = highWord(sum) & 0x000fffff;
    if (fraction < 0x6a09e) {
      sum = fromWords(fraction | 0x3ff00000, lowWord(sum));
    } else {
      exponent += 1;
      sum = fromWords(fraction | 0x3fe00000, lowWord(sum));
      fraction = (0x00100000 - fraction) >> 2;
    }
    f = sum - 1.0;
  }
  const halfSquare = 0.5 * f * f;
  if (fraction === 0) {
    // |f| < 2^-20
    if (f === 0.0) return exponent * ln2Head + (correction + exponent * ln2Tail);
    const rest = halfSquare * (1.0 - 0.6666666666666666 * f);
    if (exponent === 0) return f - rest;
    return exponent * ln2Head - (rest - (exponent * ln2Tail + correction) - f);
  }
  const s = f / (2.0 + f);
  const z = s * s;
  const rest = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
  if (exponent === 0) return f - (halfSquare - s * (halfSquare + rest));
  return (
    exponent * ln2Head - (halfSquare - (s * (halfSquare + rest) + (exponent * ln2Tail + correction)) - f)
  );
}

// 1 / ln 2; the head has 21 zeros at its end.
const log2OfEHead = 1.4426950407214463;
const log2OfETail = 1.6751713164886512e-10;

export function log2(x: float): float {
  if (x === 1.0) return 0.0;
  let high = highWord(x);
  let exponent = 0;
  if (high < 0x00100000) {
    if (x === 0.0) return -Infinity;
    if (high < 0) return NaN;
    exponent = -54;
    x *= twoTo54;
    high = highWord(x);
  }
  if (high >= 0x7ff00000) return x;
  exponent += (high >> 20) - 1023;
  high &= 0x000fffff;
  const halve = (high + 0x95f64) & 0x100000;
  const f = fromWords(high | (halve ^ 0x3ff00000), lowWord(x)) - 1.0;
  exponent += halve >> 20;

  const halfSquare = 0.5 * f * f;
  const s = f / (2.0 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const rest = s * (halfSquare + (odd + even));
  // f - halfSquare in two parts, since near √2 and √2/2 it nearly cancels against the exponent.
  const difference = f - halfSquare;
  const head = fromWords(highWord(difference), 0);
  const tail = f - head - halfSquare + rest;
  const upper = head * log2OfEHead;
  let lower = (tail + head) * log2OfETail + tail * log2OfEHead;
  const sum = exponent + upper;
  lower += exponent - sum + upper;
  return lower + sum;
}

const log10OfE = Math.LOG10E;
const log10Of2Head = 0.30102999566361177;
const log10Of2Tail = 3.694239077158931e-13;

export function log10(x: float): float {
  if (x === 1.0) return 0.0;
  let high = highWord(x);
  let exponent = 0;
  if (high < 0x00100000) {
    if (x === 0.0) return -Infinity;
    if (high < 0) return NaN;
    exponent = -54;
    x *= twoTo54;
    high = highWord(x);
  }
  if (high >= 0x7ff00000) return x;
  exponent += (high >> 20) - 1023;
  // A negative exponent is rounded up, so that log10(10^n) = n for either sign.
  const roundUp = exponent < 0 ? 1 : 0;
  const mantissa = fromWords((high & 0x000fffff) | ((0x3ff - roundUp) << 20), lowWord(x));
  exponent += roundUp;
  const lower = exponent * log10Of2Tail + log10OfE * log(mantissa);
  return lower + exponent * log10Of2Head;
}
