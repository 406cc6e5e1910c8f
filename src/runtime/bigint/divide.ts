/** Quotients and remainders: Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D. */
import {
  addWords,
  allocateBigInt,
  copyWords,
  divideWords,
  guessQuotient,
  halfAt,
  isNegative,
  leadingZeros,
  multiplySubtractWords,
  setNegative,
  shiftWordsLeft,
  shiftWordsRight,
  subtractWords,
  wordCount,
} from "../../memory/bigint-primitives.ts";
import { throwRangeError } from "../../memory/failures.ts";
import type { Reference } from "../../memory/memory.ts";
import { compareMagnitudes, finish, fromInt, isSmall, smallValue, withSign } from "./magnitude.ts";

/** a / b, rounded towards 0. */
export function divide(a: Reference, b: Reference): Reference {
  refuseZero(b);
  if (isSmall(a) && isSmall(b)) {
    return fromInt(Math.trunc(smallValue(a) / smallValue(b)));
  }
  if (compareMagnitudes(a, b) < 0) {
    return allocateBigInt(0);
  }
  const quotient = allocateBigInt(wordCount(a) - wordCount(b) + 1);
  divideInto(quotient, a, b);
  setNegative(quotient, isNegative(a) !== isNegative(b));
  return finish(quotient);
}

/** a % b, with the sign of a. */
export function remainder(a: Reference, b: Reference): Reference {
  refuseZero(b);
  if (isSmall(a) && isSmall(b)) {
    return fromInt(smallValue(a) % smallValue(b));
  }
  if (compareMagnitudes(a, b) < 0) {
    return a;
  }
  const quotient = allocateBigInt(wordCount(a) - wordCount(b) + 1);
  const rest = divideInto(quotient, a, b);
  setNegative(rest, isNegative(a) && wordCount(rest) > 0);
  return rest;
}

function refuseZero(b: Reference): void {
  if (wordCount(b) === 0) {
    throwRangeError("Division by zero");
  }
}

/**
 * quotient = |a| / |b| in all its words, one more than |a| has beyond |b|; gives the rest, positive. |a| is not less than
 * |b|.
 */
export function divideInto(quotient: Reference, a: Reference, b: Reference): Reference {
  const count = wordCount(b);
  if (count === 1) {
    const rest = allocateBigInt(1);
    divideWords(quotient, 0, a, 0, wordCount(a), b, 0, rest);
    return finish(rest);
  }
  const bits = leadingZeros(b, count - 1);
  const divisor = allocateBigInt(count + 1);
  shiftWordsLeft(divisor, 0, b, 0, count, bits);
  const dividend = allocateBigInt(wordCount(a) + 1);
  shiftWordsLeft(dividend, 0, a, 0, wordCount(a), bits);
  for (let i = wordCount(a) - count; i >= 0; i--) {
    guessQuotient(quotient, i, dividend, i + count, divisor, count);
    if (multiplySubtractWords(dividend, i, divisor, 0, count, quotient, i) > 0) {
      // The guess was one too large: rare, for random words once in 2^62.
      addWords(dividend, i, dividend, i, count + 1, divisor, 0, count);
      subtractWords(quotient, i, quotient, i, 1, one, 0, 1);
    }
  }
  const rest = allocateBigInt(count);
  shiftWordsRight(rest, 0, dividend, 0, count, bits);
  return finish(rest);
}

const one = fromInt(1);

/** How many bits the magnitude has. */
export function bitLength(a: Reference): number {
  const count = wordCount(a);
  return count === 0 ? 0 : 64 * count - leadingZeros(a, count - 1);
}

/** The bit at a place of the magnitude. */
export function bitAt(a: Reference, place: number): number {
  return place >= 64 * wordCount(a) ? 0 : (halfAt(a, Math.floor(place / 32)) >>> (place % 32)) & 1;
}

/** |a|, in words that may be written. */
export function magnitude(a: Reference): Reference {
  return withSign(a, false);
}

/** The lowest `count` words of a, all there. */
export function padded(a: Reference, count: number): Reference {
  const made = allocateBigInt(count);
  copyWords(made, 0, a, 0, count);
  return made;
}
