/** StringToBigInt: a text with blanks around, digits with a sign, or a prefix for another radix. */
import {
  allocateBigInt,
  clearWords,
  copyWords,
  multiplyAddWords,
  setHalf,
  setNegative,
  setWordCount,
  wordCount,
} from "../../memory/bigint-primitives.ts";
import type { Reference } from "../../memory/memory.ts";
import { digitValue, skipSpaceBackward, skipSpaceForward } from "../numbers/characters.ts";
import { addMagnitudes, allocate, finish, fromInt } from "./magnitude.ts";
import { multiply } from "./multiply.ts";

/** Up to so many digits are read group by group; more as two halves: measured. */
const short = 600;
/** Digits of a group: their number is an integer below 2^53. */
const group = 15;
const groupSize = 1000000000000000;

/** The text is a BigInt's. */
export function isBigInt(text: string): boolean {
  const start = skipSpaceForward(text, 0);
  const end = skipSpaceBackward(text, start);
  const bits = prefixBits(text, start, end);
  const base = bits > 0 ? 1 << bits : 10;
  let at = start;
  if (bits > 0) {
    at += 2;
  } else if (start < end && (text.charCodeAt(start) === 45 || text.charCodeAt(start) === 43)) {
    at++;
  }
  // Blanks alone are 0; a prefix or a sign alone is nothing.
  if (at === end) {
    return start === end;
  }
  while (at < end) {
    if (digitValue(text.charCodeAt(at)) >= base) {
      return false;
    }
    at++;
  }
  return true;
}

/** 4, 3 or 1 after `0x`, `0o` and `0b`, 0 without a prefix. */
function prefixBits(text: string, start: number, end: number): number {
  if (end - start < 2 || text.charCodeAt(start) !== 48) {
    return 0;
  }
  const letter = text.charCodeAt(start + 1) | 32;
  return letter === 120 ? 4 : letter === 111 ? 3 : letter === 98 ? 1 : 0;
}

/** The BigInt of a text that is one. */
export function parse(text: string): Reference {
  const start = skipSpaceForward(text, 0);
  const end = skipSpaceBackward(text, start);
  const bits = prefixBits(text, start, end);
  if (bits > 0) {
    return fromBits(text, start + 2, end, bits);
  }
  const sign = start < end ? text.charCodeAt(start) : 0;
  const made = fromDecimal(text, sign === 45 || sign === 43 ? start + 1 : start, end);
  setNegative(made, sign === 45 && wordCount(made) > 0);
  return made;
}

function fromBits(text: string, start: number, end: number, bits: number): Reference {
  const words = Math.floor(((end - start) * bits + 63) / 64);
  const made = allocate(words);
  clearWords(made, 0, words);
  let half = 0;
  let filled = 0;
  let index = 0;
  for (let at = end - 1; at >= start; at--) {
    const digit = digitValue(text.charCodeAt(at));
    half = (half | (digit << filled)) >>> 0;
    filled += bits;
    if (filled >= 32) {
      setHalf(made, index, half);
      index++;
      filled -= 32;
      half = digit >>> (bits - filled);
    }
  }
  if (filled > 0) {
    setHalf(made, index, half);
  }
  return finish(made);
}

function fromDecimal(text: string, start: number, end: number): Reference {
  const digits = end - start;
  if (digits <= short) {
    return fromShort(text, start, end);
  }
  // The low part has a power of two of groups, so that its power comes by squaring.
  let low = group;
  let power = fromInt(groupSize);
  while (4 * low < digits) {
    low *= 2;
    power = multiply(power, power);
  }
  const high = fromDecimal(text, start, end - low);
  return addMagnitudes(multiply(high, power), fromDecimal(text, end - low, end), false);
}

function fromShort(text: string, start: number, end: number): Reference {
  const words = Math.floor((end - start) / 19) + 2;
  let made = allocateBigInt(words);
  let next = allocateBigInt(words);
  const factor = fromInt(groupSize);
  let count = 0;
  let at = start;
  while (at < end) {
    const first = (end - at) % group;
    const stop = at + (first === 0 ? group : first);
    let value = 0;
    while (at < stop) {
      value = value * 10 + digitValue(text.charCodeAt(at));
      at++;
    }
    // next = made * 10^15 + value
    clearWords(next, 0, count + 1);
    copyWords(next, 0, fromInt(value), 0, value === 0 ? 0 : 1);
    if (count > 0) {
      multiplyAddWords(next, 0, made, 0, count, factor, 0);
    }
    const swapped = made;
    made = next;
    next = swapped;
    count = count + 1 < words ? count + 1 : count;
  }
  setWordCount(made, count);
  return finish(made);
}
