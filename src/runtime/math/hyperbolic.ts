/*
 * Derived from fdlibm: e_sinh.c, e_cosh.c, s_tanh.c, s_asinh.c, e_acosh.c, e_atanh.c.
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

/** sinh, cosh, tanh and their inverses, by way of expm1, exp, log1p and log. */

import { highWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";
import { exp, expm1 } from "./exponential.ts";
import { log, log1p } from "./logarithmic.ts";

const ln2 = Math.LN2;
const twoToMinus28 = 3.725290298461914e-9;
/** Above it exp overflows (its low word is zero). */
const expLimit = 709.7822265625;
/** Above it sinh and cosh overflow. */
const overflowLimit = 710.4758600739439;

export function sinh(x: float): float {
  const half = x < 0.0 ? -0.5 : 0.5;
  const absX = Math.abs(x);
  if (absX < 22.0) {
    if (absX < twoToMinus28) return x;
    const t = expm1(absX);
    if (absX < 1.0) return half * (2.0 * t - (t * t) / (t + 1.0));
    return half * (t + t / (t + 1.0));
  }
  if (absX < expLimit) return half * exp(absX);
  if (absX <= overflowLimit) {
    const root = exp(0.5 * absX);
    return half * root * root;
  }
  return x * Infinity;
}

export function cosh(x: float): float {
  const absX = Math.abs(x);
  const absHigh = highWord(absX);
  if (absHigh < 0x3fd62e43) {
    const t = expm1(absX);
    const w = 1.0 + t;
    if (absHigh < 0x3c800000) return w;
    return 1.0 + (t * t) / (w + w);
  }
  if (absHigh < 0x40360000) {
    const t = exp(absX);
    return 0.5 * t + 0.5 / t;
  }
  if (absHigh < 0x40862e42) return 0.5 * exp(absX);
  if (absX <= overflowLimit) {
    const root = exp(0.5 * absX);
    return 0.5 * root * root;
  }
  return absX * Infinity;
}

export function tanh(x: float): float {
  const absX = Math.abs(x);
  const absHigh = highWord(absX);
  if (Number.isNaN(x)) return NaN;
  if (absHigh < 0x3e300000) return x;
  let result = 1.0;
  if (absHigh < 0x3ff00000) {
    const t = expm1(-2.0 * absX);
    result = -t / (t + 2.0);
  } else if (absHigh < 0x40360000) {
    const t = expm1(2.0 * absX);
    result = 1.0 - 2.0 / (t + 2.0);
  }
  return x < 0.0 ? -result : result;
}

export function asinh(x: float): float {
  const absX = Math.abs(x);
  const absHigh = highWord(absX);
  if (absHigh >= 0x7ff00000 || absHigh < 0x3e300000) return x;
  let result = 0.0;
  if (absHigh > 0x41b00000) {
    result = log(absX) + ln2;
  } else if (absHigh > 0x40000000) {
    result = log(2.0 * absX + 1.0 / (Math.sqrt(x * x + 1.0) + absX));
  } else {
    const square = x * x;
    result = log1p(absX + square / (1.0 + Math.sqrt(1.0 + square)));
  }
  return x < 0.0 ? -result : result;
}

export function acosh(x: float): float {
  const high = highWord(x);
  if (high < 0x3ff00000) return NaN;
  if (high >= 0x41b00000) {
    if (high >= 0x7ff00000) return x;
    return log(x) + ln2;
  }
  if (x === 1.0) return 0.0;
  if (high > 0x40000000) {
    const square = x * x;
    return log(2.0 * x - 1.0 / (x + Math.sqrt(square - 1.0)));
  }
  const t = x - 1.0;
  return log1p(t + Math.sqrt(2.0 * t + t * t));
}

export function atanh(x: float): float {
  const absX = Math.abs(x);
  if (absX === 1.0) return x * Infinity;
  if (absX < twoToMinus28) return x;
  let result = NaN;
  if (absX < 0.5) {
    const twice = absX + absX;
    result = 0.5 * log1p(twice + (twice * absX) / (1.0 - absX));
  } else if (absX < 1.0) {
    result = 0.5 * log1p((absX + absX) / (1.0 - absX));
  }
  return x < 0.0 ? -result : result;
}
