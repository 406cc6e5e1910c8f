import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import { asciiString } from "../../memory/string-primitives.ts";
import type { float } from "../../memory/value-primitives.ts";
import { nonFiniteToString, numberToString } from "./number-to-string.ts";

// The integer part grows down from the middle, the fraction up. 1100 places hold the 1024 bits of the
// largest double with its sign, and the point with the 1074 bits of the smallest.
const middle = 1100;
const size = 2200;
const units: number[] = [];
const result: number[] = [];

/**
 * x.toString(radix), radix from 2 to 36, by V8's own algorithm (DoubleToRadixCString): as many digits of
 * fraction as tell x from its neighbours, computed in floating point, so that its rounding errors are kept.
 */
export function toStringRadix(x: float, radix: float): string {
  if (radix === 10) {
    return numberToString(x);
  }
  const magnitude = Math.abs(x);
  if (!(magnitude <= 1.7976931348623157e308)) {
    return nonFiniteToString(x);
  }
  while (units.length < size) {
    units.push(0);
  }
  let integer = Math.floor(magnitude);
  let fraction = magnitude - integer;
  let delta = halfGap(magnitude);
  let end = middle;
  if (fraction >= delta) {
    units[end++] = 46;
    do {
      fraction = fraction * radix;
      delta = delta * radix;
      const digit = fraction | 0;
      units[end++] = digitUnit(digit);
      fraction -= digit;
      if ((fraction > 0.5 || (fraction === 0.5 && (digit & 1) === 1)) && fraction + delta > 1.0) {
        end = roundUp(end, radix);
        if (end === middle) {
          integer += 1.0;
        }
        break;
      }
    } while (fraction >= delta);
  }
  let start = putInteger(integer, radix);
  if (x < 0.0) {
    units[--start] = 45;
  }
  return unitsBetween(start, end);
}

/** Half the distance from x to the next larger double, at least the smallest double. */
function halfGap(x: float): float {
  const low = lowWord(x);
  const next = low === 0xffffffff ? fromWords(highWord(x) + 1, 0) : fromWords(highWord(x), low + 1);
  const half = (next - x) * 0.5;
  return half > 0.0 ? half : 5e-324;
}

/** Adds one to the last digit of the fraction and drops what a carry empties, with the point if that is all. */
function roundUp(end: number, radix: float): number {
  let at = end - 1;
  while (at > middle) {
    const unit = units[at]!;
    const digit = unit > 57 ? unit - 87 : unit - 48;
    if (digit + 1 < radix) {
      units[at] = digitUnit(digit + 1);
      return at + 1;
    }
    at--;
  }
  return middle;
}

/** Writes an integer so that it ends before the middle and returns where it starts. */
function putInteger(value: float, radix: float): number {
  let at = middle;
  const small = value | 0;
  if (small === value) {
    let rest = small;
    do {
      const quotient = (rest / radix) | 0;
      units[--at] = digitUnit(rest - Math.imul(quotient, radix));
      rest = quotient;
    } while (rest > 0);
    return at;
  }
  let integer = value;
  // A quotient from 2^53 on has no units: the digits it leaves behind are zeros.
  while (integer / radix >= 9007199254740992.0) {
    integer = integer / radix;
    units[--at] = 48;
  }
  do {
    const remainder = integer % radix;
    units[--at] = digitUnit(remainder | 0);
    integer = (integer - remainder) / radix;
  } while (integer > 0.0);
  return at;
}

function digitUnit(digit: number): number {
  return digit < 10 ? digit + 48 : digit + 87;
}

function unitsBetween(start: number, end: number): string {
  const length = end - start;
  while (result.length < length) {
    result.push(0);
  }
  for (let i = 0; i < length; i++) {
    result[i] = units[start + i]!;
  }
  return asciiString(result, length);
}
