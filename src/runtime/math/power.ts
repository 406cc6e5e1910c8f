/*
 * Derived from fdlibm: e_pow.c.
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
 * x to the power y, for Math.pow and `**`.
 *
 * log2 x and the product with y are formed as sums of two numbers (the heads with zeros at their ends, so that
 * products of them are exact), then 2 to that power as in exp.
 */

import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";

const twoTo53 = 9007199254740992.0;

// log2 of 3/2, in two parts
const log2Of1_5Head = 0.5849624872207642;
const log2Of1_5Tail = 1.350039202129749e-8;
// 3/2·(log x - 2s - 2/3·s³) ≈ L1·s⁴ + …
const L1 = 0.5999999999999946;
const L2 = 0.4285714285785502;
const L3 = 0.33333332981837743;
const L4 = 0.272728123808534;
const L5 = 0.23066074577556175;
const L6 = 0.20697501780033842;
// As in exp
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;
const ln2 = Math.LN2;
const ln2Head = 0.6931471824645996;
const ln2Tail = -1.904654299957768e-9;
// 2 / (3·ln 2)
const scale = 0.9617966939259756;
const scaleHead = 0.9617967009544373;
const scaleTail = -7.028461650952758e-9;
// 1 / ln 2
const log2OfE = Math.LOG2E;
const log2OfEHead = 1.4426950216293335;
const log2OfETail = 1.9259629911266175e-8;
/** 1024 minus the log2 of the largest number and half its last bit. */
const overflowMargin = 8.008566259537294e-17;

const notInteger = 0;
const oddInteger = 1;
const evenInteger = 2;

export function pow(x: float, y: float): float {
  if (y === 0.0) return 1.0;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const xHigh = highWord(x);
  const xAbsHigh = xHigh & 0x7fffffff;
  const yHigh = highWord(y);
  const yAbsHigh = yHigh & 0x7fffffff;
  const absX = Math.abs(x);

  if (yAbsHigh === 0x7ff00000) {
    if (absX === 1.0) return NaN;
    return absX > 1.0 === y > 0.0 ? Infinity : 0.0;
  }
  if (y === 1.0) return x;
  if (y === -1.0) return 1.0 / x;
  if (y === 2.0) return x * x;
  if (y === 0.5 && xHigh >= 0) return Math.sqrt(x);

  const parity = xHigh < 0 ? parityOf(y) : evenInteger;
  const sign = parity === oddInteger ? -1.0 : 1.0;
  if (absX === Infinity || absX === 0.0) {
    const result = y < 0.0 ? 1.0 / absX : absX;
    return sign * result;
  }
  if (parity === notInteger) return NaN;
  if (absX === 1.0) return sign;

  if (yAbsHigh > 0x41e00000) {
    // |y| > 2^31: overflow or underflow, unless x is within 2^-20 of 1
    if (yAbsHigh > 0x43f00000) {
      return xAbsHigh < 0x3ff00000 === y < 0.0 ? Infinity : 0.0;
    }
    if (xAbsHigh < 0x3fefffff) return y < 0.0 ? sign * Infinity : sign * 0.0;
    if (xAbsHigh > 0x3ff00000) return y > 0.0 ? sign * Infinity : sign * 0.0;
    // log x ≈ t - t²/2 + t³/3 - t⁴/4
    const t = absX - 1.0;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const upper = log2OfEHead * t;
    const lower = t * log2OfETail - w * log2OfE;
    const head = fromWords(highWord(upper + lower), 0);
    return sign * exp2OfProduct(y, head, lower - (head - upper));
  }
  return sign * powOfModerate(absX, xAbsHigh, y);
}

/** Whether y is an odd or an even integer, or none. y is finite. */
function parityOf(y: number): number {
  const high = highWord(y) & 0x7fffffff;
  if (high >= 0x43400000) return evenInteger;
  if (high < 0x3ff00000) return notInteger;
  const exponent = (high >> 20) - 1023;
  // `shift` bits of the mantissa lie below the point
  const shift = 52 - exponent;
  const low = lowWord(y);
  if (shift < 32) {
    const integer = low >>> shift;
    if ((integer << shift) >>> 0 !== low) return notInteger;
    return evenInteger - (integer & 1);
  }
  if (low !== 0) return notInteger;
  const integer = high >> (shift - 32);
  if (integer << (shift - 32) !== high) return notInteger;
  return evenInteger - (integer & 1);
}

/** x^y for positive finite x and |y| ≤ 2^31. */
function powOfModerate(x: number, xHigh: number, y: number): number {
  let high = xHigh;
  let exponent = 0;
  if (high < 0x00100000) {
    x *= twoTo53;
    exponent = -53;
    high = highWord(x);
  }
  exponent += (high >> 20) - 1023;
  const fraction = high & 0x000fffff;
  // x = 2^exponent·mantissa; the mantissa is near the centre, which is 1 or 3/2
  let centre = 1.0;
  let centreLog2Head = 0.0;
  let centreLog2Tail = 0.0;
  let centreBit = 0;
  high = fraction | 0x3ff00000;
  if (fraction > 0x3988e) {
    if (fraction < 0xbb67a) {
      centre = 1.5;
      centreLog2Head = log2Of1_5Head;
      centreLog2Tail = log2Of1_5Tail;
      centreBit = 1 << 18;
    } else {
      exponent += 1;
      high -= 0x00100000;
    }
  }
  const mantissa = fromWords(high, lowWord(x));

  // s = (mantissa - centre) / (mantissa + centre) in two parts
  const difference = mantissa - centre;
  const reciprocal = 1.0 / (mantissa + centre);
  const s = difference * reciprocal;
  const sHead = fromWords(highWord(s), 0);
  const sumHead = fromWords(((high >> 1) | 0x20000000) + 0x00080000 + centreBit, 0);
  const sumTail = mantissa - (sumHead - centre);
  const sTail = reciprocal * (difference - sHead * sumHead - sHead * sumTail);

  // 3/2·log(mantissa / centre) = s·(3 + s² + rest), in two parts
  const square = s * s;
  let rest =
    square * square * (L1 + square * (L2 + square * (L3 + square * (L4 + square * (L5 + square * L6)))));
  rest += sTail * (sHead + s);
  const headSquare = sHead * sHead;
  const factorHead = fromWords(highWord(3.0 + headSquare + rest), 0);
  const factorTail = rest - (factorHead - 3.0 - headSquare);
  const upper = sHead * factorHead;
  const lower = sTail * factorHead + factorTail * s;
  const productHead = fromWords(highWord(upper + lower), 0);
  const productTail = lower - (productHead - upper);

  // log2 x, in two parts
  const logUpper = scaleHead * productHead;
  const logLower = scaleTail * productHead + productTail * scale + centreLog2Tail;
  const head = fromWords(highWord(logUpper + logLower + centreLog2Head + exponent), 0);
  const tail = logLower - (head - exponent - centreLog2Head - logUpper);
  return exp2OfProduct(y, head, tail);
}

/** 2^(y·(head + tail)); the low word of the head is zero. */
function exp2OfProduct(y: number, head: number, tail: number): number {
  const yHead = fromWords(highWord(y), 0);
  const lower = (y - yHead) * head + y * tail;
  let upper = yHead * head;
  const power = lower + upper;
  const high = highWord(power);
  if (high >= 0x40900000) {
    if (power > 1024.0 || lower + overflowMargin > power - upper) return Infinity;
  } else if ((high & 0x7fffffff) >= 0x4090cc00) {
    if (power < -1075.0 || lower <= power - upper) return 0.0;
  }

  // power = exponent + a rest within ±1/2
  let exponent = 0;
  if ((high & 0x7fffffff) > 0x3fe00000) {
    const magnitude = ((high & 0x7fffffff) >> 20) - 0x3ff;
    const rounded = high + (0x00100000 >> (magnitude + 1));
    const roundedMagnitude = ((rounded & 0x7fffffff) >> 20) - 0x3ff;
    const whole = fromWords(rounded & ~(0x000fffff >> roundedMagnitude), 0);
    exponent = ((rounded & 0x000fffff) | 0x00100000) >> (20 - roundedMagnitude);
    if (high < 0) exponent = -exponent;
    upper -= whole;
  }

  const restHead = fromWords(highWord(lower + upper), 0);
  const productUpper = restHead * ln2Head;
  const productLower = (lower - (restHead - upper)) * ln2 + restHead * ln2Tail;
  const z = productUpper + productLower;
  const zTail = productLower - (z - productUpper);
  const square = z * z;
  const c = z - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
  // fdlibm subtracts the tail's part from the quotient; V8 from the divisor, which shows in the last bit.
  const quotient = (z * c) / (c - 2.0 - (zTail + z * zTail));
  const result = 1.0 - (quotient - z);
  const resultHigh = highWord(result) + (exponent << 20);
  if (resultHigh >= 0x00100000) return fromWords(resultHigh, lowWord(result));
  // Subnormal: the first product is exact, so only the second one rounds.
  return result * fromWords((0x3ff + exponent + 54) << 20, 0) * 5.551115123125783e-17;
}
