/*
 * Derived from fdlibm: e_rem_pio2.c, k_rem_pio2.c.
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
 * Reduces an angle by multiples of π/2: x = n·π/2 + remainder, |remainder| ≤ π/4, for every finite x.
 *
 * Up to 2^19·π/2 the multiple is subtracted in pieces of 33 bits of π/2, as many as the cancellation
 * asks for (Cody and Waite 1980). Beyond it the product x·2/π is formed only in the digits that matter:
 * those that are multiples of 8 are skipped, and digits are added until the fraction is long enough (Payne
 * and Hanek 1983).
 *
 * The remainder is an unevaluated sum of two numbers. A function returns one, so both are left here, until
 * the next reduction, and the return value is n.
 */

import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";

let head = 0.0;
let tail = 0.0;

/** The larger part of the last remainder. */
export function remainderHead(): float {
  return head;
}

/** What the larger part of the last remainder lacks. */
export function remainderTail(): float {
  return tail;
}

const halfPi = 1.5707963267948966;
const twoOverPi = 0.6366197723675814;
// Pieces of 33 bits, and what is left of π/2 after each of them.
const halfPiPiece1 = 1.5707963267341256;
const halfPiRest1 = 6.077100506506192e-11;
const halfPiPiece2 = 6.077100506303966e-11;
const halfPiRest2 = 2.0222662487959506e-21;
const halfPiPiece3 = 2.0222662487111665e-21;
const halfPiRest3 = 8.4784276603689e-32;

/** Leaves x - n·π/2 in the remainder and returns n (for huge x: n modulo 8). x is finite, |x| > π/4. */
export function reduceByHalfPi(x: float): number {
  const high = highWord(x);
  const absHigh = high & 0x7fffffff;
  const absX = Math.abs(x);
  let quadrant = 0;
  if (absHigh < 0x4002d97c) {
    reduceOnce(absX, absHigh);
    quadrant = 1;
  } else if (absHigh <= 0x413921fb) {
    quadrant = reduceMedium(absX, absHigh);
  } else {
    quadrant = reduceHuge(absX, absHigh);
  }
  if (high < 0) {
    head = -head;
    tail = -tail;
    return -quadrant;
  }
  return quadrant;
}

/** π/4 < x < 3π/4: one subtraction is enough. */
function reduceOnce(x: number, high: number): void {
  let rest = x - halfPiPiece1;
  let correction = halfPiRest1;
  if (high === 0x3ff921fb) {
    rest -= halfPiPiece2;
    correction = halfPiRest2;
  }
  head = rest - correction;
  tail = rest - head - correction;
}

function reduceMedium(x: number, high: number): number {
  const multiple = (x * twoOverPi + 0.5) | 0;
  let rest = x - multiple * halfPiPiece1;
  let correction = multiple * halfPiRest1;
  head = rest - correction;
  // Away from a multiple of π/2 nothing cancels; for small multiples the high words tell.
  if (multiple >= 32 || high === highWord(multiple * halfPi)) {
    const exponent = high >> 20;
    if (exponent - exponentField(head) > 16) {
      let before = rest;
      correction = multiple * halfPiPiece2;
      rest = before - correction;
      correction = multiple * halfPiRest2 - (before - rest - correction);
      head = rest - correction;
      if (exponent - exponentField(head) > 49) {
        before = rest;
        correction = multiple * halfPiPiece3;
        rest = before - correction;
        correction = multiple * halfPiRest3 - (before - rest - correction);
        head = rest - correction;
      }
    }
  }
  tail = rest - head - correction;
  return multiple;
}

function exponentField(x: number): number {
  return (highWord(x) >> 20) & 0x7ff;
}

// 2/π and π/2 in pieces of 24 bits.
const twoOverPiDigits: number[] = [
  0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb,
  0xc561b7, 0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5,
  0x2ebb44, 0x84e99c, 0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c, 0x845f8b, 0xbdf928, 0x3b1ff8,
  0x97ffde, 0x05980f, 0xef2f11, 0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d,
  0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7, 0x8a5292, 0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b,
  0x6babf0, 0xcfbc20, 0x9af436, 0x1da9e3, 0x91615e, 0xe61b08, 0x659985, 0x5f14a0, 0x68408d, 0xffd880,
  0x4d7327, 0x310606, 0x1556ca, 0x73a8c9, 0x60e27b, 0xc08c6b,
];
const halfPiDigits: number[] = [
  1.570796251296997, 7.549789415861596e-8, 5.390302529957765e-15, 3.282003415807913e-22,
  1.270655753080676e-29,
];

/** The digits of 2/π that the product starts with. */
const firstDigits = 4;
const twoTo24 = 16777216.0;
const twoToMinus24 = 5.9604644775390625e-8;

// Work space: allocating here would make sin and cos places where a collection can happen.
const xDigits: number[] = [0.0, 0.0, 0.0];
const factors: number[] = [
  0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
];
const products: number[] = [
  0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
];
const sums: number[] = [
  0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
];
const digits: number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/** 2^exponent, for an exponent within the normal range. */
function powerOfTwo(exponent: number): number {
  return fromWords((0x3ff + exponent) << 20, 0);
}

function reduceHuge(x: number, high: number): number {
  // x = (xDigits[0] + xDigits[1]·2^-24 + xDigits[2]·2^-48)·2^exponent
  const exponent = (high >> 20) - 1046;
  const lastX = splitIntoDigits(fromWords(high - (exponent << 20), lowWord(x)));

  // Digits of 2/π before `skipped` only contribute multiples of 8 to the quotient.
  const skipped = exponent < 27 ? 0 : ((exponent - 3) / 24) | 0;
  const scale = exponent - 24 * (skipped + 1);
  for (let i = 0; i <= lastX + firstDigits; i++) {
    const digit = skipped - lastX + i;
    factors[i] = digit < 0 ? 0.0 : twoOverPiDigits[digit]! * 1.0;
  }
  for (let i = 0; i <= firstDigits; i++) products[i] = productDigit(lastX, i);

  let last = firstDigits;
  let fraction = 0.0;
  let quadrant = 0;
  let half = 0;
  for (;;) {
    // Split the quotient into its integer modulo 8 and a fraction; `half` > 0 means fraction ≥ 1/2.
    fraction = carryProducts(last) * powerOfTwo(scale);
    fraction -= 8.0 * Math.floor(fraction * 0.125);
    quadrant = fraction | 0;
    fraction -= quadrant;
    half = 0;
    if (scale > 0) {
      const integer = digits[last - 1]! >> (24 - scale);
      quadrant += integer;
      digits[last - 1] = digits[last - 1]! - (integer << (24 - scale));
      half = digits[last - 1]! >> (23 - scale);
    } else if (scale === 0) {
      half = digits[last - 1]! >> 23;
    } else if (fraction >= 0.5) {
      half = 2;
    }

    if (half > 0) {
      // Round to the next integer: the fraction becomes 1 - fraction, its sign is turned at the end.
      quadrant += 1;
      const borrowed = complementDigits(last);
      if (scale > 0) digits[last - 1] = digits[last - 1]! & ((1 << (24 - scale)) - 1);
      if (half === 2) {
        fraction = 1.0 - fraction;
        if (borrowed) fraction -= powerOfTwo(scale);
      }
    }

    if (fraction !== 0.0) break;
    let rest = 0;
    for (let i = last - 1; i >= firstDigits; i--) rest |= digits[i]!;
    if (rest !== 0) break;
    // Everything cancelled: take as many more digits of 2/π as there are leading zeros.
    let more = 1;
    while (digits[firstDigits - more] === 0) more++;
    for (let i = last + 1; i <= last + more; i++) {
      factors[lastX + i] = twoOverPiDigits[skipped + i]! * 1.0;
      products[i] = productDigit(lastX, i);
    }
    last += more;
  }

  multiplyByHalfPi(last, scale, fraction, half !== 0);
  return quadrant & 7;
}

/** Sets the digits of x < 2^24, of which the first is not 0, and returns the index of the last that is not 0. */
function splitIntoDigits(x: number): number {
  for (let i = 0; i < 2; i++) {
    const digit = x | 0;
    xDigits[i] = digit * 1.0;
    x = (x - digit) * twoTo24;
  }
  xDigits[2] = x;
  let last = 2;
  while (xDigits[last] === 0.0) last--;
  return last;
}

/** The i-th digit, not yet carried, of the product of x and the chosen part of 2/π. */
function productDigit(lastX: number, i: number): number {
  let sum = 0.0;
  for (let j = 0; j <= lastX; j++) sum += xDigits[j]! * factors[lastX + i - j]!;
  return sum;
}

/** Carries from the lowest product up; the digits come out lowest first, what lies above them is returned. */
function carryProducts(last: number): number {
  let carried = products[last]!;
  for (let i = 0; i < last; i++) {
    const carry = (twoToMinus24 * carried) | 0;
    digits[i] = (carried - twoTo24 * carry) | 0;
    carried = products[last - i - 1]! + carry;
  }
  return carried;
}

/** Replaces digits[0 … count-1] by one minus them; tells if any of them was not zero. */
function complementDigits(count: number): boolean {
  let borrowed = false;
  for (let i = 0; i < count; i++) {
    const digit = digits[i]!;
    if (borrowed) {
      digits[i] = 0xffffff - digit;
    } else if (digit !== 0) {
      borrowed = true;
      digits[i] = 0x1000000 - digit;
    }
  }
  return borrowed;
}

/**
 * The remainder becomes π/2 times what is left of the quotient: the fraction, whose unit is 1, and below it the
 * digits up to digits[last - 1], whose unit is 2^(scale - 24).
 */
function multiplyByHalfPi(last: number, scale: number, fraction: number, negative: boolean): void {
  if (fraction === 0.0) {
    last -= 1;
    scale -= 24;
    while (digits[last] === 0) {
      last--;
      scale -= 24;
    }
  } else {
    fraction *= powerOfTwo(-scale);
    if (fraction >= twoTo24) {
      const carry = (twoToMinus24 * fraction) | 0;
      digits[last] = (fraction - twoTo24 * carry) | 0;
      last += 1;
      scale += 24;
      digits[last] = carry;
    } else {
      digits[last] = fraction | 0;
    }
  }
  let weight = powerOfTwo(scale);
  for (let i = last; i >= 0; i--) {
    products[i] = weight * digits[i]!;
    weight *= twoToMinus24;
  }
  for (let i = last; i >= 0; i--) {
    let sum = 0.0;
    for (let k = 0; k <= firstDigits && k <= last - i; k++) sum += halfPiDigits[k]! * products[i + k]!;
    sums[last - i] = sum;
  }
  // From the lowest up, so that the sum is rounded well; then what it lacks.
  let sum = 0.0;
  for (let i = last; i >= 0; i--) sum += sums[i]!;
  let lack = sums[0]! - sum;
  for (let i = 1; i <= last; i++) lack += sums[i]!;
  head = negative ? -sum : sum;
  tail = negative ? -lack : lack;
}
