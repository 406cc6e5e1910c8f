import type { float } from "../../memory/value-primitives.ts";
import { digitValue, skipSpaceBackward, skipSpaceForward } from "./characters.ts";
import { decimalToDouble } from "./decimal-to-double.ts";
import { powerOfTwoRadix } from "./parse-int.ts";

// Where the number that `parseDecimal` read ends; its start if there was none.
let stop = 0;

/** Number(text): the whole text but for white space around it is one number, or the result is NaN. */
export function stringToNumber(text: string): float {
  const start = skipSpaceForward(text, 0);
  const end = skipSpaceBackward(text, start);
  if (start === end) {
    return 0.0;
  }
  if (end - start > 2 && text.charCodeAt(start) === 48) {
    const bits = prefixBits(text.charCodeAt(start + 1) | 32);
    if (bits > 0) {
      const digitsEnd = digitRun(text, start + 2, end, 1 << bits);
      return digitsEnd === end ? powerOfTwoRadix(text, start + 2, end, bits) : NaN;
    }
  }
  const value = parseDecimal(text, start, end);
  return stop === end ? value : NaN;
}

/** parseFloat(text): the longest decimal number at the start of the text after white space, or NaN. */
export function parseFloatPrefix(text: string): float {
  return parseDecimal(text, skipSpaceForward(text, 0), text.length);
}

/** Bits a digit after `0x`, `0o` or `0b`, 0 for any other (small) letter. */
function prefixBits(letter: number): number {
  switch (letter) {
    case 120:
      return 4;
    case 111:
      return 3;
    case 98:
      return 1;
    default:
      return 0;
  }
}

function digitRun(text: string, start: number, end: number, radix: number): number {
  let at = start;
  while (at < end && digitValue(text.charCodeAt(at)) < radix) {
    at++;
  }
  return at;
}

function parseDecimal(text: string, start: number, end: number): float {
  let at = start;
  let negative = false;
  if (at < end && (text.charCodeAt(at) === 45 || text.charCodeAt(at) === 43)) {
    negative = text.charCodeAt(at) === 45;
    at++;
  }
  const magnitude = parseMagnitude(text, at, end);
  return negative ? -magnitude : magnitude;
}

function parseMagnitude(text: string, start: number, end: number): float {
  let leading = 0.0;
  let tail = 0.0;
  let count = 0;
  let power = 0;
  let truncated = false;
  let pointSeen = false;
  let firstDigit = end;
  let digits = 0;
  let at = start;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 46 && !pointSeen) {
      pointSeen = true;
      continue;
    }
    const digit = unit - 48;
    if (digit < 0 || digit > 9) {
      break;
    }
    digits++;
    if (pointSeen) {
      power--;
    }
    if (count === 0) {
      if (digit === 0) {
        continue;
      }
      firstDigit = at;
    }
    if (count < 15) {
      leading = leading * 10.0 + digit;
    } else if (count < 19) {
      tail = tail * 10.0 + digit;
    } else {
      power++;
      truncated = truncated || digit !== 0;
    }
    count++;
  }
  if (digits === 0) {
    return parseInfinity(text, start, end);
  }
  const digitsEnd = at;
  stop = at;
  power += parseExponent(text, at, end);
  if (count === 0) {
    return 0.0;
  }
  const tailCount = count <= 15 ? 0 : count < 19 ? count - 15 : 4;
  return decimalToDouble(leading, tail, tailCount, power, truncated, text, firstDigit, digitsEnd);
}

/** The exponent after `e` at `start`, 0 if none is complete there; moves `stop` behind it. */
function parseExponent(text: string, start: number, end: number): number {
  if (start >= end || (text.charCodeAt(start) | 32) !== 101) {
    return 0;
  }
  let at = start + 1;
  let negative = false;
  if (at < end && (text.charCodeAt(at) === 45 || text.charCodeAt(at) === 43)) {
    negative = text.charCodeAt(at) === 45;
    at++;
  }
  let exponent = 0;
  const first = at;
  for (; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) {
      break;
    }
    // No text is long enough to bring a larger exponent back into range.
    if (exponent < 1000000000) {
      exponent = exponent * 10 + digit;
    }
  }
  if (at === first) {
    return 0;
  }
  stop = at;
  return negative ? -exponent : exponent;
}

function parseInfinity(text: string, start: number, end: number): float {
  const word = "Infinity";
  stop = start;
  if (end - start < word.length) {
    return NaN;
  }
  for (let i = 0; i < word.length; i++) {
    if (text.charCodeAt(start + i) !== word.charCodeAt(i)) {
      return NaN;
    }
  }
  stop = start + word.length;
  return Infinity;
}
