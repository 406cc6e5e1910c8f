/*
 * Derived from fdlibm: s_cbrt.c as FreeBSD has it.
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
 * cbrt: an estimate to 5 bits by dividing the exponent and mantissa as one integer by 3, a polynomial that
 * makes 23 bits of it, and one step of Newton.
 */

import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";

/** What dividing a biased exponent by 3 takes from the bias, less what centres the error. */
const bias = 715094163;
/** The same for numbers scaled by 2^54. */
const scaledBias = 696219795;

// 1 / cbrt r ≈ P0 + … + P4·r⁴ near 1
const P0 = 1.87595182427177;
const P1 = -1.8849797954337717;
const P2 = 1.6214297201053545;
const P3 = -0.758397934778766;
const P4 = 0.14599619288661245;

export function cbrt(x: float): float {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  const signBit = high & -0x80000000;
  if (absHigh >= 0x7ff00000 || x === 0.0) return x;
  let estimateHigh = 0;
  if (absHigh < 0x00100000) {
    const scaledHigh = highWord(x * 1.8014398509481984e16) & 0x7fffffff;
    estimateHigh = ((scaledHigh / 3) | 0) + scaledBias;
  } else {
    estimateHigh = ((absHigh / 3) | 0) + bias;
  }
  let t = fromWords(signBit | estimateHigh, 0);

  let r = t * t * (t / x);
  t = t * (P0 + r * (P1 + r * P2) + r * r * r * (P3 + r * P4));

  // Rounded away from zero to 23 bits, so that t·t below is exact.
  const low = lowWord(t);
  const carry = low >= 0x80000000 ? 1 : 0;
  t = fromWords(highWord(t) + carry, (low ^ 0x80000000) & 0xc0000000);

  const square = t * t;
  r = x / square;
  r = (r - t) / (t + t + r);
  return t + t * r;
}
