/** BigInts and doubles: conversions, comparison, and what hash tables ask. */
import {
  allocateBigInt,
  halfAt,
  isNegative,
  setHalf,
  setNegative,
  wordCount,
} from "../../memory/bigint-primitives.ts";
import { throwRangeError } from "../../memory/failures.ts";
import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import type { Reference } from "../../memory/memory.ts";
import type { float } from "../../memory/value-primitives.ts";
import { numberToString } from "../numbers/number-to-string.ts";
import { bitLength } from "./divide.ts";
import { compareMagnitudes, finish, isSmall, smallValue } from "./magnitude.ts";
import { hasBitsBelow, leftBy, rightBy } from "./shift.ts";

/** BigInt(x): an integral double. */
export function fromFloat(x: float): Reference {
  if (x - x !== 0.0 || Math.trunc(x) !== x) {
    throwRangeError(
      `The number ${numberToString(x)} cannot be converted to a BigInt because it is not an integer`,
    );
  }
  return truncated(x);
}

/** The integral part of a finite double. */
function truncated(x: float): Reference {
  const high = highWord(x);
  const exponent = ((high >>> 20) & 2047) - 1075;
  const mantissa = allocateBigInt(1);
  setHalf(mantissa, 0, lowWord(x));
  setHalf(mantissa, 1, (high & 1048575) | 1048576);
  if (exponent < -52) {
    return allocateBigInt(0);
  }
  const made = exponent < 0 ? rightBy(mantissa, -exponent) : leftBy(mantissa, exponent);
  setNegative(made, x < 0.0);
  return made;
}

/** Number(a): the nearest double, of two the even one. */
export function toFloat(a: Reference): float {
  if (isSmall(a)) {
    return smallValue(a);
  }
  const bits = bitLength(a);
  if (bits > 1024) {
    return isNegative(a) ? -Infinity : Infinity;
  }
  // 54 bits: those of the double and the one that rounds it.
  const shift = bits - 54;
  const top = shift >= 0 ? absoluteRight(a, shift) : leftBy(absoluteRight(a, 0), -shift);
  let low = halfAt(top, 0);
  let high = halfAt(top, 1);
  const half = low & 1;
  low = ((low >>> 1) | ((high & 1) << 31)) >>> 0;
  high >>>= 1;
  let exponent = bits - 1 + 1023;
  if (half === 1 && ((low & 1) === 1 || (shift > 0 && hasBitsBelow(a, shift)))) {
    low += 1;
    if (low > 4294967295) {
      low = 0;
      high += 1;
    }
    if (high >= 2097152) {
      high = 1048576;
      exponent += 1;
    }
  }
  if (exponent > 2046) {
    return isNegative(a) ? -Infinity : Infinity;
  }
  const sign = isNegative(a) ? 1 : 0;
  return fromWords((sign << 31) | (exponent << 20) | (high & 1048575), low);
}

/** |a| / 2^bits, rounded down. */
function absoluteRight(a: Reference, bits: number): Reference {
  const copy = allocateBigInt(wordCount(a));
  for (let i = 0; i < 2 * wordCount(a); i++) {
    setHalf(copy, i, halfAt(a, i));
  }
  return rightBy(finish(copy), bits);
}

/** -1, 0 or 1: how a compares with a double; 2 if that is NaN. */
export function compareFloat(a: Reference, x: float): number {
  if (Number.isNaN(x)) {
    return 2;
  }
  if (isSmall(a)) {
    const value: float = smallValue(a);
    return value < x ? -1 : value > x ? 1 : 0;
  }
  if (x - x !== 0.0) {
    return x > 0.0 ? -1 : 1;
  }
  const negative = isNegative(a);
  if (negative !== x < 0.0) {
    return negative ? -1 : 1;
  }
  const whole = truncated(x);
  const order = compareMagnitudes(a, whole);
  if (order !== 0) {
    return negative ? -order : order;
  }
  // What is behind the point makes the double larger in magnitude.
  return Math.trunc(x) === x ? 0 : negative ? 1 : -1;
}

/** 32 bits that equal BigInts share. */
export function hash(a: Reference): number {
  let bits = isNegative(a) ? 1 : 0;
  for (let i = 0; i < 2 * wordCount(a); i++) {
    bits = Math.imul(bits ^ halfAt(a, i), 0x01000193) ^ (bits >>> 15);
  }
  return bits >>> 0;
}

/** The lowest 64 bits in two's complement: half a word of them. */
export function halfOf64(a: Reference, index: number): number {
  const low = wordCount(a) === 0 ? 0 : halfAt(a, 0);
  const high = wordCount(a) === 0 ? 0 : halfAt(a, 1);
  if (!isNegative(a)) {
    return index === 0 ? low : high;
  }
  if (index === 0) {
    return -low >>> 0;
  }
  return (~high + (low === 0 ? 1 : 0)) >>> 0;
}

/** The BigInt whose two's complement the halves are; unsigned without `signed`. */
export function from64(low: number, high: number, signed: boolean): Reference {
  const made = allocateBigInt(1);
  const negative = signed && high >= 2147483648;
  setHalf(made, 0, negative ? -low >>> 0 : low);
  setHalf(made, 1, negative ? (~high + (low === 0 ? 1 : 0)) >>> 0 : high);
  setNegative(made, negative);
  return finish(made);
}
