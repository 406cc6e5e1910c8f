/** What all operations on BigInts share: sizes, small ones, comparison and sums of magnitudes. */
import {
  addWords,
  allocateBigInt,
  copyWords,
  halfAt,
  isNegative,
  setHalf,
  setNegative,
  setWordCount,
  subtractWords,
  wordCount,
} from "../../memory/bigint-primitives.ts";
import { throwRangeError } from "../../memory/failures.ts";
import type { Reference } from "../../memory/memory.ts";

/** V8's largest BigInt has 2^30 bits. */
const mostWords = 16777216;

/** A new one with so many words, which are to be written. */
export function allocate(words: number): Reference {
  if (words > mostWords) {
    throwRangeError("Maximum BigInt size exceeded");
  }
  return allocateBigInt(words);
}

/** Takes off zeros at the top; zero has no sign. */
export function finish(big: Reference): Reference {
  let count = wordCount(big);
  while (count > 0 && halfAt(big, 2 * count - 1) === 0 && halfAt(big, 2 * count - 2) === 0) {
    count--;
  }
  setWordCount(big, count);
  if (count === 0) {
    setNegative(big, false);
  }
  return big;
}

/** Within ±(2^52 - 1): sums of two are exact integers. */
export function isSmall(big: Reference): boolean {
  const count = wordCount(big);
  return count === 0 || (count === 1 && halfAt(big, 1) < 1048576);
}

/** The value of a small one. */
export function smallValue(big: Reference): number {
  if (wordCount(big) === 0) {
    return 0;
  }
  const magnitude = halfAt(big, 1) * 4294967296 + halfAt(big, 0);
  return isNegative(big) ? -magnitude : magnitude;
}

/** Of an integer within ±(2^53 - 1). */
export function fromInt(value: number): Reference {
  const magnitude = value < 0 ? -value : value;
  const made = allocateBigInt(magnitude === 0 ? 0 : 1);
  if (magnitude > 0) {
    const high = magnitude < 4294967296 ? 0 : Math.floor(magnitude / 4294967296);
    setHalf(made, 0, magnitude - high * 4294967296);
    setHalf(made, 1, high);
    setNegative(made, value < 0);
  }
  return made;
}

/** -1, 0 or 1: how the magnitudes compare. */
export function compareMagnitudes(a: Reference, b: Reference): number {
  const count = wordCount(a);
  if (count !== wordCount(b)) {
    return count < wordCount(b) ? -1 : 1;
  }
  for (let i = 2 * count - 1; i >= 0; i--) {
    const x = halfAt(a, i);
    const y = halfAt(b, i);
    if (x !== y) {
      return x < y ? -1 : 1;
    }
  }
  return 0;
}

/** |a| + |b| with a sign. */
export function addMagnitudes(a: Reference, b: Reference, negative: boolean): Reference {
  const countA = wordCount(a);
  const countB = wordCount(b);
  if (countA < countB) {
    return addMagnitudes(b, a, negative);
  }
  const made = allocate(countA + 1);
  const carry = addWords(made, 0, a, 0, countA, b, 0, countB);
  setHalf(made, 2 * countA, carry);
  setHalf(made, 2 * countA + 1, 0);
  setWordCount(made, countA + carry);
  setNegative(made, negative && countA + carry > 0);
  return made;
}

/** |a| - |b|, of which a is not less, with a sign. */
export function subtractMagnitudes(a: Reference, b: Reference, negative: boolean): Reference {
  const count = wordCount(a);
  const made = allocate(count);
  subtractWords(made, 0, a, 0, count, b, 0, wordCount(b));
  setNegative(made, negative);
  return finish(made);
}

/** The words from..to of a magnitude, as a positive one. */
export function part(big: Reference, from: number, to: number): Reference {
  const count = wordCount(big);
  const end = to < count ? to : count;
  if (end <= from) {
    return allocate(0);
  }
  const made = allocate(end - from);
  copyWords(made, 0, big, from, end - from);
  return finish(made);
}

/** The same number with a sign. */
export function withSign(big: Reference, negative: boolean): Reference {
  const count = wordCount(big);
  const made = allocate(count);
  copyWords(made, 0, big, 0, count);
  setNegative(made, negative && count > 0);
  return made;
}
