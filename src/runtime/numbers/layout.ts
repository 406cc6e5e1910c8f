import { asciiString } from "../../memory/string-primitives.ts";
import type { Decimal } from "./decimal.ts";

const units: number[] = [];

/** The number as `[-]integer[.fraction]` with so many digits of fraction; the decimal is already rounded to them. */
export function fixedNotation(negative: boolean, decimal: Decimal, fractionDigits: number): string {
  const integerDigits = decimal.point > 0 ? decimal.point : 1;
  reserve(integerDigits + fractionDigits + 2);
  let at = 0;
  if (negative) {
    units[at++] = 45;
  }
  // A number below one has its zero from digits in front of the first.
  let index = decimal.length > 0 ? decimal.point - integerDigits : 0;
  at = putDigits(at, decimal, index, integerDigits);
  index += integerDigits;
  if (fractionDigits > 0) {
    units[at++] = 46;
    at = putDigits(at, decimal, index, fractionDigits);
  }
  return asciiString(units, at);
}

/** The number as `[-]d[.fraction]e±exponent` with so many digits of fraction; the decimal is already rounded. */
export function exponentialNotation(negative: boolean, decimal: Decimal, fractionDigits: number): string {
  reserve(fractionDigits + 8);
  let at = 0;
  if (negative) {
    units[at++] = 45;
  }
  at = putDigits(at, decimal, 0, 1);
  if (fractionDigits > 0) {
    units[at++] = 46;
    at = putDigits(at, decimal, 1, fractionDigits);
  }
  let exponent = decimal.length > 0 ? decimal.point - 1 : 0;
  units[at++] = 101;
  units[at++] = exponent < 0 ? 45 : 43;
  if (exponent < 0) {
    exponent = -exponent;
  }
  if (exponent >= 100) {
    units[at++] = 48 + ((exponent / 100) | 0);
  }
  if (exponent >= 10) {
    units[at++] = 48 + (((exponent / 10) | 0) % 10);
  }
  units[at++] = 48 + (exponent % 10);
  return asciiString(units, at);
}

/** Writes `count` digits from `index` on, zeros where the decimal has none, and returns the place after them. */
function putDigits(start: number, decimal: Decimal, index: number, count: number): number {
  const length = decimal.length;
  for (let i = 0; i < count; i++) {
    const from = index + i;
    units[start + i] = from >= 0 && from < length ? decimal.digits[from]! + 48 : 48;
  }
  return start + count;
}

function reserve(length: number): void {
  while (units.length < length) {
    units.push(0);
  }
}
