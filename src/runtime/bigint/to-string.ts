/**
 * Digits of BigInts. A power of two as radix reads them off the bits. Any other divides by powers of the radix: a long
 * number by one about half as long, again and again, so that most work is done by long divisions; what is short by the
 * largest power that one word holds an integer of.
 */
import {
  allocateBigInt,
  divideWords,
  halfAt,
  isNegative,
  setWordCount,
  wordCount,
} from "../../memory/bigint-primitives.ts";
import { throwRangeError } from "../../memory/failures.ts";
import type { Reference } from "../../memory/memory.ts";
import { allocateString, finishString, setByteUnit } from "../../memory/string-primitives.ts";
import { bitAt, bitLength, divideInto, magnitude } from "./divide.ts";
import { compareMagnitudes, finish, fromInt } from "./magnitude.ts";
import { multiply } from "./multiply.ts";

/** Up to so many words one digit group after the other is divided off: measured. */
const short = 12;

/** a.toString(). */
export function toDecimal(a: Reference): string {
  return toText(a, 10);
}

/** a.toString(radix), radix from 2 to 36. */
export function toText(a: Reference, radix: number): string {
  if (radix < 2 || radix > 36) {
    throwRangeError("toString() radix argument must be between 2 and 36");
  }
  if (wordCount(a) === 0) {
    return "0";
  }
  const bits = bitsOfRadix(radix);
  return bits > 0 ? binaryText(a, bits) : anyText(a, radix);
}

/** log2 of a power of two, 0 for all others. */
function bitsOfRadix(radix: number): number {
  for (let bits = 1; bits <= 5; bits++) {
    if (radix === 1 << bits) {
      return bits;
    }
  }
  return 0;
}

function unitOf(digit: number): number {
  return digit < 10 ? 48 + digit : 87 + digit;
}

function binaryText(a: Reference, bits: number): string {
  const digits = Math.ceil(bitLength(a) / bits);
  const sign = isNegative(a) ? 1 : 0;
  const text = allocateString(digits + sign, false);
  if (sign === 1) {
    setByteUnit(text, 0, 45);
  }
  for (let i = 0; i < digits; i++) {
    let digit = 0;
    for (let bit = bits - 1; bit >= 0; bit--) {
      digit = 2 * digit + bitAt(a, i * bits + bit);
    }
    setByteUnit(text, sign + digits - 1 - i, unitOf(digit));
  }
  return finishString(text);
}

/** The digits on their way: the last stands at the end, `first` is the place of the first. */
class Digits {
  readonly units: number[] = [];
  readonly radix: number;
  /** How many digits a group has, and radix to that power, at most 2^53. */
  readonly group: number;
  readonly divisor: Reference;
  /** divisor^(2^i). */
  readonly powers: Reference[] = [];

  constructor(radix: number) {
    let group = 0;
    let power = 1;
    while (power * radix <= 9007199254740991) {
      power *= radix;
      group++;
    }
    this.radix = radix;
    this.group = group;
    this.divisor = fromInt(power);
  }
}

function anyText(a: Reference, radix: number): string {
  const digits = new Digits(radix);
  const whole = magnitude(a);
  if (wordCount(whole) > short) {
    let power = digits.divisor;
    while (2 * wordCount(power) <= wordCount(whole) + 1) {
      digits.powers.push(power);
      power = multiply(power, power);
    }
    digits.powers.push(power);
  }
  putDigits(digits, whole, digits.powers.length - 1, 0);
  const units = digits.units;
  let length = units.length;
  while (units[length - 1] === 0) {
    length--;
  }
  const sign = isNegative(a) ? 1 : 0;
  const text = allocateString(length + sign, false);
  if (sign === 1) {
    setByteUnit(text, 0, 45);
  }
  for (let i = 0; i < length; i++) {
    setByteUnit(text, sign + i, unitOf(units[length - 1 - i]!));
  }
  return finishString(text);
}

/**
 * Appends the digits of `a`, the last first, and zeros up to `width`. `level`: the largest of the powers that may divide.
 */
function putDigits(digits: Digits, a: Reference, level: number, width: number): void {
  let at = level;
  while (at >= 0 && (wordCount(a) <= short || compareMagnitudes(a, digits.powers[at]!) < 0)) {
    at--;
  }
  if (at < 0) {
    putShort(digits, a, width);
    return;
  }
  const power = digits.powers[at]!;
  const quotient = allocateBigInt(wordCount(a) - wordCount(power) + 1);
  const rest = divideInto(quotient, a, power);
  const low = digits.group * 2 ** at;
  putDigits(digits, rest, at - 1, low);
  putDigits(digits, finish(quotient), at, width > low ? width - low : 0);
}

function putShort(digits: Digits, given: Reference, width: number): void {
  const { units, radix, group } = digits;
  const end = units.length + width;
  const a = magnitude(given);
  const rest = allocateBigInt(1);
  while (wordCount(a) > 0) {
    divideWords(a, 0, a, 0, wordCount(a), digits.divisor, 0, rest);
    finish(a);
    let over = halfAt(rest, 1) * 4294967296 + halfAt(rest, 0);
    for (let i = 0; i < group; i++) {
      const next = Math.floor(over / radix);
      units.push(over - next * radix);
      over = next;
    }
  }
  // The highest group may reach beyond the width with zeros, and only with zeros.
  while (units.length > end && width > 0) {
    units.pop();
  }
  while (units.length < end) {
    units.push(0);
  }
  setWordCount(a, 0);
}

/** a.toLocaleString() of en-US: groups of three digits. */
export function toLocaleText(a: Reference): string {
  const plain = toDecimal(a);
  const sign = isNegative(a) ? 1 : 0;
  const digits = plain.length - sign;
  const commas = Math.floor((digits - 1) / 3);
  const text = allocateString(plain.length + commas, false);
  let at = plain.length + commas - 1;
  for (let i = 0; i < digits; i++) {
    if (i > 0 && i % 3 === 0) {
      setByteUnit(text, at--, 44);
    }
    setByteUnit(text, at--, plain.charCodeAt(plain.length - 1 - i));
  }
  if (sign === 1) {
    setByteUnit(text, 0, 45);
  }
  return finishString(text);
}
