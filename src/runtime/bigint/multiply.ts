/**
 * Products: row by row, and beyond some length by Karatsuba's three products of halves (A. Karatsuba and Y. Ofman,
 * 1962), in the form with differences, whose middle product cannot overflow.
 */
import {
  addWords,
  allocateBigInt,
  clearWords,
  copyWords,
  halfAt,
  isNegative,
  multiplyAddWords,
  setNegative,
  subtractWords,
  wordCount,
} from "../../memory/bigint-primitives.ts";
import type { Reference } from "../../memory/memory.ts";
import { allocate, finish, fromInt, isSmall, smallValue } from "./magnitude.ts";

/** Below so many words rows are faster: measured. */
const shortest = 40;

/** a * b. */
export function multiply(a: Reference, b: Reference): Reference {
  const countA = wordCount(a);
  const countB = wordCount(b);
  if (countA < countB) {
    return multiply(b, a);
  }
  if (countB === 0) {
    return b;
  }
  if (isSmall(a) && isSmall(b)) {
    const x = smallValue(a);
    const y = smallValue(b);
    if (x < 67108864 && x > -67108864 && y < 67108864 && y > -67108864) {
      return fromInt(x * y);
    }
  }
  const made = allocate(countA + countB);
  if (countB < shortest) {
    rows(made, 0, a, 0, countA, b, 0, countB);
  } else {
    multiplyInto(made, a, countA, b, countB);
  }
  setNegative(made, isNegative(a) !== isNegative(b));
  return finish(made);
}

/** target = a * b, all of its countA + countB words; countA is not less than countB. */
function rows(
  target: Reference,
  at: number,
  a: Reference,
  fromA: number,
  countA: number,
  b: Reference,
  fromB: number,
  countB: number,
): void {
  clearWords(target, at, countA);
  for (let i = 0; i < countB; i++) {
    multiplyAddWords(target, at + i, a, fromA, countA, b, fromB + i);
  }
}

/** The longer factor in pieces as long as the shorter one. */
function multiplyInto(target: Reference, a: Reference, countA: number, b: Reference, countB: number): void {
  const room = allocateBigInt(4 * countB + 128);
  if (countA === countB) {
    karatsuba(target, 0, a, 0, b, 0, countB, room, 0);
    return;
  }
  clearWords(target, 0, countA + countB);
  const piece = allocateBigInt(2 * countB);
  for (let from = 0; from < countA; from += countB) {
    const count = countA - from < countB ? countA - from : countB;
    if (count === countB) {
      karatsuba(piece, 0, a, from, b, 0, countB, room, 0);
    } else if (count < shortest) {
      rows(piece, 0, b, 0, countB, a, from, count);
    } else {
      multiplyRest(piece, a, from, count, b, countB);
    }
    addWords(target, from, target, from, countA + countB - from, piece, 0, count + countB);
  }
}

function multiplyRest(
  target: Reference,
  a: Reference,
  from: number,
  count: number,
  b: Reference,
  countB: number,
): void {
  const rest = allocateBigInt(count);
  copyWords(rest, 0, a, from, count);
  multiplyInto(target, b, countB, rest, count);
}

/**
 * target = a * b, each of `count` words. With a = a1 B + a0 and b = b1 B + b0 it is
 * a1 b1 B² + (a1 b1 + a0 b0 - (a1 - a0)(b1 - b0)) B + a0 b0. Of `room` it uses the words from `free` on.
 */
function karatsuba(
  target: Reference,
  at: number,
  a: Reference,
  fromA: number,
  b: Reference,
  fromB: number,
  count: number,
  room: Reference,
  free: number,
): void {
  if (count < shortest) {
    rows(target, at, a, fromA, count, b, fromB, count);
    return;
  }
  // The low halves have `low` words, the high ones at most one less.
  const low = Math.floor((count + 1) / 2);
  const high = count - low;
  const negativeA = difference(target, at, a, fromA, low, high);
  const negativeB = difference(target, at + low, b, fromB, low, high);
  // room: the product of the differences, then what is added in the middle.
  karatsuba(room, free, target, at, target, at + low, low, room, free + 2 * low);
  karatsuba(target, at, a, fromA, b, fromB, low, room, free + 2 * low);
  karatsuba(target, at + 2 * low, a, fromA + low, b, fromB + low, high, room, free + 2 * low);
  const middle = free + 2 * low;
  let carry = addWords(room, middle, target, at, 2 * low, target, at + 2 * low, 2 * high);
  if (negativeA === negativeB) {
    carry -= subtractWords(room, middle, room, middle, 2 * low, room, free, 2 * low);
  } else {
    carry += addWords(room, middle, room, middle, 2 * low, room, free, 2 * low);
  }
  const behind = at + low;
  const over = addWords(target, behind, target, behind, 2 * count - low, room, middle, 2 * low);
  if (carry > 0 || over > 0) {
    propagate(target, behind + 2 * low, 2 * count - 3 * low, carry);
  }
}

/** Adds a small number. */
function propagate(target: Reference, at: number, count: number, carry: number): void {
  if (carry > 0) {
    const one = fromInt(carry);
    addWords(target, at, target, at, count, one, 0, 1);
  }
}

/** target = |a1 - a0| in `low` words; whether a1 is less. */
function difference(
  target: Reference,
  at: number,
  a: Reference,
  from: number,
  low: number,
  high: number,
): boolean {
  if (isHighLess(a, from, low, high)) {
    subtractWords(target, at, a, from, low, a, from + low, high);
    return true;
  }
  // Words of the low half that the high one lacks are 0 here.
  subtractWords(target, at, a, from + low, high, a, from, high);
  clearWords(target, at + high, low - high);
  return false;
}

function isHighLess(a: Reference, from: number, low: number, high: number): boolean {
  for (let i = 2 * low - 1; i >= 0; i--) {
    const x = i < 2 * high ? halfAt(a, 2 * (from + low) + i) : 0;
    const y = halfAt(a, 2 * from + i);
    if (x !== y) {
      return x < y;
    }
  }
  return false;
}
