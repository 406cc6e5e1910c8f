import { lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";
import { digitValue, skipSpaceForward } from "./characters.ts";
import { decimalToDouble } from "./decimal-to-double.ts";
import { powerOfTwo } from "./double-double.ts";

// The largest product of a part's digits that V8 lets grow: 2^32 - 1 over 36.
const maxMultiplier = 119304647.0;

/** parseInt(text, radix); radix 0 stands for one not given, and one outside 2 to 36 makes NaN. */
export function parseIntRadix(text: string, radix: number): float {
  let at = skipSpaceForward(text, 0);
  const length = text.length;
  let negative = false;
  if (at < length && (text.charCodeAt(at) === 45 || text.charCodeAt(at) === 43)) {
    negative = text.charCodeAt(at) === 45;
    at++;
  }
  let base = radix === 0 ? 10 : radix;
  if (base < 2 || base > 36) {
    return NaN;
  }
  if ((radix === 0 || radix === 16) && at + 1 < length && text.charCodeAt(at) === 48) {
    if ((text.charCodeAt(at + 1) | 32) === 120) {
      base = 16;
      at += 2;
    }
  }
  const start = at;
  while (at < length && text.charCodeAt(at) === 48) {
    at++;
  }
  const first = at;
  while (at < length && digitValue(text.charCodeAt(at)) < base) {
    at++;
  }
  if (at === start) {
    return NaN;
  }
  const magnitude = parseDigits(text, first, at, base);
  return negative ? -magnitude : magnitude;
}

function parseDigits(text: string, start: number, end: number, radix: number): float {
  if (end - start < 6) {
    let value = 0.0;
    for (let i = start; i < end; i++) {
      value = value * radix + digitValue(text.charCodeAt(i));
    }
    return value;
  }
  switch (radix) {
    case 2:
      return powerOfTwoRadix(text, start, end, 1);
    case 4:
      return powerOfTwoRadix(text, start, end, 2);
    case 8:
      return powerOfTwoRadix(text, start, end, 3);
    case 10:
      return radixTen(text, start, end);
    case 16:
      return powerOfTwoRadix(text, start, end, 4);
    case 32:
      return powerOfTwoRadix(text, start, end, 5);
    default:
      return anyRadix(text, start, end, radix);
  }
}

function radixTen(text: string, start: number, end: number): float {
  let leading = 0.0;
  let tail = 0.0;
  let truncated = false;
  let at = start;
  for (; at < end && at < start + 15; at++) {
    leading = leading * 10.0 + digitValue(text.charCodeAt(at));
  }
  for (; at < end && at < start + 19; at++) {
    tail = tail * 10.0 + digitValue(text.charCodeAt(at));
  }
  const tailCount = at > start + 15 ? at - start - 15 : 0;
  const power = end - at;
  for (; at < end; at++) {
    truncated = truncated || text.charCodeAt(at) !== 48;
  }
  return decimalToDouble(leading, tail, tailCount, power, truncated, text, start, end);
}

/** The digits text[start..end) in radix 2^bits, rounded to the nearest double, ties to even. */
export function powerOfTwoRadix(text: string, start: number, end: number, bits: number): float {
  let value = 0.0;
  let exponent = 0;
  let firstDropped = 0;
  let othersDropped = false;
  for (let i = start; i < end; i++) {
    const digit = digitValue(text.charCodeAt(i));
    for (let bit = bits - 1; bit >= 0; bit--) {
      const next = (digit >> bit) & 1;
      if (value < 4503599627370496.0) {
        value = value * 2.0 + next;
      } else if (exponent === 0) {
        firstDropped = next;
        exponent = 1;
      } else {
        othersDropped = othersDropped || next === 1;
        exponent++;
      }
    }
  }
  if (firstDropped === 1 && (othersDropped || (lowWord(value) & 1) === 1)) {
    value += 1.0;
  }
  if (exponent > 1023) {
    return Infinity;
  }
  return value * powerOfTwo(exponent);
}

/**
 * The language leaves the other radices to the implementation beyond 2^53. As V8: parts of as many digits as
 * a 32-bit product allows, joined in floating point.
 */
function anyRadix(text: string, start: number, end: number, radix: number): float {
  let value = 0.0;
  let at = start;
  while (at < end) {
    let part = 0.0;
    let multiplier = 1.0;
    while (at < end && multiplier * radix <= maxMultiplier) {
      part = part * radix + digitValue(text.charCodeAt(at));
      multiplier = multiplier * radix;
      at++;
    }
    value = value * multiplier + part;
  }
  return value;
}
