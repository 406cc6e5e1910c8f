/** `& | ^ ~`, and cutting to a width, all on two's complement: of a negative number the complement of |a| - 1. */
import {
  allocateBigInt,
  halfAt,
  isNegative,
  setHalf,
  setNegative,
  wordCount,
} from "../../memory/bigint-primitives.ts";
import { throwRangeError } from "../../memory/failures.ts";
import type { Reference } from "../../memory/memory.ts";
import { bitLength } from "./divide.ts";
import { allocate, finish, fromInt, isSmall, smallValue } from "./magnitude.ts";
import { add, negate, subtract } from "./sums.ts";

export function and(a: Reference, b: Reference): Reference {
  return combine(a, b, 0);
}

export function or(a: Reference, b: Reference): Reference {
  return combine(a, b, 1);
}

export function xor(a: Reference, b: Reference): Reference {
  return combine(a, b, 2);
}

/** ~a is -a - 1. */
export function not(a: Reference): Reference {
  return subtract(negate(a), fromInt(1));
}

/** 0 is and, 1 or, 2 xor. */
function bitsOf(x: number, y: number, kind: number): number {
  return (kind === 0 ? x & y : kind === 1 ? x | y : x ^ y) >>> 0;
}

function combine(a: Reference, b: Reference, kind: number): Reference {
  const negativeA = isNegative(a);
  const negativeB = isNegative(b);
  if (wordCount(a) === 1 && wordCount(b) === 1 && !negativeA && !negativeB) {
    const word = allocateBigInt(1);
    setHalf(word, 0, bitsOf(halfAt(a, 0), halfAt(b, 0), kind));
    setHalf(word, 1, bitsOf(halfAt(a, 1), halfAt(b, 1), kind));
    return finish(word);
  }
  const count = (wordCount(a) > wordCount(b) ? wordCount(a) : wordCount(b)) + 1;
  const made = allocate(count);
  // Of two's complement the carries on their way: |a| is negated half by half.
  let carryA = negativeA ? 1 : 0;
  let carryB = negativeB ? 1 : 0;
  const negative = bitsOf(carryA, carryB, kind) === 1;
  let carry = negative ? 1 : 0;
  for (let i = 0; i < 2 * count; i++) {
    let x = i < 2 * wordCount(a) ? halfAt(a, i) : 0;
    let y = i < 2 * wordCount(b) ? halfAt(b, i) : 0;
    if (negativeA) {
      x = (~x >>> 0) + carryA;
      carryA = x > 4294967295 ? 1 : 0;
    }
    if (negativeB) {
      y = (~y >>> 0) + carryB;
      carryB = y > 4294967295 ? 1 : 0;
    }
    let half = bitsOf(x, y, kind);
    if (negative) {
      half = (~half >>> 0) + carry;
      carry = half > 4294967295 ? 1 : 0;
    }
    setHalf(made, i, half >>> 0);
  }
  setNegative(made, negative);
  return finish(made);
}

/** BigInt.asUintN: a modulo 2^bits. */
export function asUintN(bits: number, a: Reference): Reference {
  if (!isNegative(a) && bitLength(a) <= bits) {
    return a;
  }
  if (isNegative(a) && bits > 1073741824) {
    throwRangeError("Maximum BigInt size exceeded");
  }
  const words = Math.ceil(bits / 64);
  const made = allocateBigInt(words);
  let carry = isNegative(a) ? 1 : 0;
  for (let i = 0; i < 2 * words; i++) {
    let half = i < 2 * wordCount(a) ? halfAt(a, i) : 0;
    if (isNegative(a)) {
      half = (~half >>> 0) + carry;
      carry = half > 4294967295 ? 1 : 0;
    }
    const used = bits - 32 * i;
    const kept = half >>> 0;
    setHalf(made, i, used >= 32 ? kept : used <= 0 ? 0 : (kept << (32 - used)) >>> (32 - used));
  }
  return finish(made);
}

/** BigInt.asIntN: the same, of which the highest bit is the sign. */
export function asIntN(bits: number, a: Reference): Reference {
  if (bits === 0) {
    return allocateBigInt(0);
  }
  if (bitLength(a) < bits) {
    return a;
  }
  const cut = asUintN(bits, a);
  if (bitLength(cut) < bits) {
    return cut;
  }
  return subtract(cut, powerOfTwo(bits));
}

function powerOfTwo(bits: number): Reference {
  const words = Math.floor(bits / 64) + 1;
  const made = allocate(words);
  for (let i = 0; i < 2 * words; i++) {
    setHalf(made, i, 0);
  }
  const half = Math.floor(bits / 32);
  setHalf(made, half, (1 << (bits - 32 * half)) >>> 0);
  return made;
}

/** a + 1 and a - 1, for `++` and `--`. */
export function increment(a: Reference): Reference {
  return isSmall(a) ? fromInt(smallValue(a) + 1) : add(a, fromInt(1));
}

export function decrement(a: Reference): Reference {
  return isSmall(a) ? fromInt(smallValue(a) - 1) : subtract(a, fromInt(1));
}
