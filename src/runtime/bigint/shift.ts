/** Shifts: to the left a product, to the right a quotient rounded down, with a power of two. */
import {
  clearWords,
  halfAt,
  isNegative,
  setNegative,
  shiftWordsLeft,
  shiftWordsRight,
  wordCount,
} from "../../memory/bigint-primitives.ts";
import { throwRangeError } from "../../memory/failures.ts";
import type { Reference } from "../../memory/memory.ts";
import { addMagnitudes, allocate, finish, fromInt, isSmall, smallValue } from "./magnitude.ts";

/** a << by. */
export function shiftLeft(a: Reference, by: Reference): Reference {
  if (wordCount(a) === 0) {
    return a;
  }
  if (!isSmall(by)) {
    return isNegative(by) ? nothingLeft(a) : tooBig();
  }
  const bits = smallValue(by);
  return bits < 0 ? rightBy(a, -bits) : leftBy(a, bits);
}

/** a >> by. */
export function shiftRight(a: Reference, by: Reference): Reference {
  if (wordCount(a) === 0) {
    return a;
  }
  if (!isSmall(by)) {
    return isNegative(by) ? tooBig() : nothingLeft(a);
  }
  const bits = smallValue(by);
  return bits < 0 ? leftBy(a, -bits) : rightBy(a, bits);
}

function tooBig(): never {
  throwRangeError("Maximum BigInt size exceeded");
}

function nothingLeft(a: Reference): Reference {
  return fromInt(isNegative(a) ? -1 : 0);
}

/** a * 2^bits. */
export function leftBy(a: Reference, bits: number): Reference {
  if (bits > 1073741824) {
    return tooBig();
  }
  const words = Math.floor(bits / 64);
  const count = wordCount(a);
  const made = allocate(count + words + 1);
  clearWords(made, 0, words);
  shiftWordsLeft(made, words, a, 0, count, bits - 64 * words);
  setNegative(made, isNegative(a));
  return finish(made);
}

/** a / 2^bits, rounded down. */
export function rightBy(a: Reference, bits: number): Reference {
  const words = Math.floor(bits / 64);
  const count = wordCount(a) - words;
  if (count <= 0) {
    return nothingLeft(a);
  }
  const made = allocate(count);
  shiftWordsRight(made, 0, a, words, count, bits - 64 * words);
  const negative = isNegative(a);
  setNegative(made, negative);
  finish(made);
  if (negative && hasBitsBelow(a, bits)) {
    return addMagnitudes(made, fromInt(1), true);
  }
  return made;
}

/** Some of the lowest bits of the magnitude is 1. */
export function hasBitsBelow(a: Reference, bits: number): boolean {
  const halves = Math.floor(bits / 32);
  for (let i = 0; i < halves; i++) {
    if (halfAt(a, i) !== 0) {
      return true;
    }
  }
  const rest = bits - 32 * halves;
  return rest > 0 && halves < 2 * wordCount(a) && halfAt(a, halves) << (32 - rest) !== 0;
}
