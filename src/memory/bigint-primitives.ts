/**
 * BigInts as the run-time makes and reads them (`BigInt` of graph/well-known.ts): a sign, and a magnitude in words of 64
 * bits, the least significant first. Each function is one machine operation or a few in a translated program; the rows of
 * words are what only a machine with a carry computes fast. On Node the words are JavaScript's own BigInts.
 */
import type { Reference } from "./memory.ts";

/** Words by their places; the interpreter has them in the memory of its programs. */
export abstract class Words {
  abstract get(index: number): bigint;
  abstract set(index: number, word: bigint): void;
}

class Magnitude extends Words {
  readonly words: BigUint64Array;
  /** Words in use. The highest is not 0 in a finished one. */
  count: number;
  negative = false;

  constructor(words: number) {
    super();
    this.words = new BigUint64Array(words);
    this.count = words;
  }

  get(index: number): bigint {
    return this.words[index] ?? wrong(`no word ${index}`);
  }

  set(index: number, word: bigint): void {
    this.get(index);
    this.words[index] = word;
  }
}

const wordBits = 64n;

function wrong(text: string): never {
  throw new Error(`bigint primitives: ${text}`);
}

function magnitudeOf(given: Reference): Magnitude {
  const found: object = given;
  return found instanceof Magnitude ? found : wrong("this is no BigInt");
}

function wordsOf(given: Reference, from: number, count: number): BigUint64Array {
  const { words } = magnitudeOf(given);
  if (from < 0 || count < 0 || from + count > words.length) wrong(`no words ${from}..${from + count}`);
  return words.subarray(from, from + count);
}

function rowOf(given: Reference): Words {
  const found: object = given;
  return found instanceof Words ? found : wrong("these are no words");
}

function wordOf(given: Reference, at: number): bigint {
  return rowOf(given).get(at);
}

/** Cut to 64 bits. */
function setWord(given: Reference, at: number, word: bigint): void {
  rowOf(given).set(at, BigInt.asUintN(64, word));
}

/** With so many words in use, which are not written yet; positive. */
export function allocateBigInt(words: number): Reference {
  return new Magnitude(words) as object as Reference;
}

export function wordCount(big: Reference): number {
  return magnitudeOf(big).count;
}

export function setWordCount(big: Reference, count: number): void {
  magnitudeOf(big).count = count;
}

export function isNegative(big: Reference): boolean {
  return magnitudeOf(big).negative;
}

export function setNegative(big: Reference, negative: boolean): void {
  magnitudeOf(big).negative = negative;
}

/** Half a word: 32 bits, counted from the least significant. */
export function halfAt(big: Reference, index: number): number {
  const word = wordOf(big, Math.floor(index / 2));
  return Number(index % 2 === 0 ? word & 0xffffffffn : word >> 32n);
}

export function setHalf(big: Reference, index: number, half: number): void {
  const view = new DataView(wordsOf(big, 0, magnitudeOf(big).words.length).buffer);
  view.setUint32(4 * index, half, true);
}

export function copyWords(
  target: Reference,
  at: number,
  source: Reference,
  from: number,
  count: number,
): void {
  wordsOf(target, at, count).set(wordsOf(source, from, count).slice());
}

export function clearWords(big: Reference, from: number, count: number): void {
  wordsOf(big, from, count).fill(0n);
}

/** A BigInt of the program, as the run-time knows it, and back. */
export function bigIntOf(value: unknown): Reference {
  return madeOf(value as bigint);
}

/** Only Node has these two, for tests and the interpreter. */
export function madeOf(value: bigint): Reference {
  const negative = value < 0n;
  const words: bigint[] = [];
  for (let rest = negative ? -value : value; rest > 0n; rest >>= wordBits)
    words.push(BigInt.asUintN(64, rest));
  const made = new Magnitude(words.length);
  made.words.set(words);
  made.negative = negative;
  return made as object as Reference;
}

export function bigintIn(big: Reference): bigint {
  const { words, count, negative } = magnitudeOf(big);
  let value = 0n;
  for (let i = count - 1; i >= 0; i--) value = (value << wordBits) | words[i]!;
  return negative ? -value : value;
}

/** target = a + b in `countA` words, of which b has `countB` at most as many; the carry. */
export function addWords(
  target: Reference,
  at: number,
  a: Reference,
  fromA: number,
  countA: number,
  b: Reference,
  fromB: number,
  countB: number,
): number {
  let carry = 0n;
  for (let i = 0; i < countA; i++) {
    carry += wordOf(a, fromA + i) + (i < countB ? wordOf(b, fromB + i) : 0n);
    setWord(target, at + i, carry);
    carry >>= wordBits;
  }
  return Number(carry);
}

/** target = a - b likewise; the borrow. */
export function subtractWords(
  target: Reference,
  at: number,
  a: Reference,
  fromA: number,
  countA: number,
  b: Reference,
  fromB: number,
  countB: number,
): number {
  let borrow = 0n;
  for (let i = 0; i < countA; i++) {
    const difference = wordOf(a, fromA + i) - (i < countB ? wordOf(b, fromB + i) : 0n) - borrow;
    setWord(target, at + i, difference);
    borrow = difference < 0n ? 1n : 0n;
  }
  return Number(borrow);
}

/** target += a * the word `index` of b, in `count` words; the word behind them becomes the carry. */
export function multiplyAddWords(
  target: Reference,
  at: number,
  a: Reference,
  from: number,
  count: number,
  b: Reference,
  index: number,
): void {
  const factor = wordOf(b, index);
  let carry = 0n;
  for (let i = 0; i < count; i++) {
    carry += wordOf(target, at + i) + wordOf(a, from + i) * factor;
    setWord(target, at + i, carry);
    carry >>= wordBits;
  }
  setWord(target, at + count, carry);
}

/** target -= a * the word `index` of b, in `count` words and the one behind them; the borrow out of that. */
export function multiplySubtractWords(
  target: Reference,
  at: number,
  a: Reference,
  from: number,
  count: number,
  b: Reference,
  index: number,
): number {
  const factor = wordOf(b, index);
  let borrow = 0n;
  for (let i = 0; i <= count; i++) {
    const product = i < count ? wordOf(a, from + i) * factor : 0n;
    const difference = wordOf(target, at + i) - product - borrow;
    setWord(target, at + i, difference);
    borrow = -(difference >> wordBits);
  }
  return Number(borrow);
}

/** target = source shifted to the left by less than 64 bits, in `count` words and one behind them. */
export function shiftWordsLeft(
  target: Reference,
  at: number,
  source: Reference,
  from: number,
  count: number,
  bits: number,
): void {
  let carry = 0n;
  for (let i = 0; i < count; i++) {
    carry |= wordOf(source, from + i) << BigInt(bits);
    setWord(target, at + i, carry);
    carry >>= wordBits;
  }
  setWord(target, at + count, carry);
}

/** target = source shifted to the right by less than 64 bits; zeros come in. */
export function shiftWordsRight(
  target: Reference,
  at: number,
  source: Reference,
  from: number,
  count: number,
  bits: number,
): void {
  for (let i = 0; i < count; i++) {
    const above = i + 1 < count ? wordOf(source, from + i + 1) : 0n;
    setWord(target, at + i, (wordOf(source, from + i) | (above << wordBits)) >> BigInt(bits));
  }
}

/** quotient = dividend / the word `index` of divisor, in `count` words; the rest is the first word of `rest`. */
export function divideWords(
  quotient: Reference,
  at: number,
  dividend: Reference,
  from: number,
  count: number,
  divisor: Reference,
  index: number,
  rest: Reference,
): void {
  const by = wordOf(divisor, index);
  let over = 0n;
  for (let i = count - 1; i >= 0; i--) {
    const high = (over << wordBits) | wordOf(dividend, from + i);
    setWord(quotient, at + i, high / by);
    over = high % by;
  }
  setWord(rest, 0, over);
}

/**
 * The word `index` of quotient becomes what Knuth's step D3 guesses: from the three words of the dividend that end at
 * `top`, and the two highest of the divisor's `count`, the highest bit of which is set.
 */
export function guessQuotient(
  quotient: Reference,
  index: number,
  dividend: Reference,
  top: number,
  divisor: Reference,
  count: number,
): void {
  const first = wordOf(divisor, count - 1);
  const second = wordOf(divisor, count - 2);
  const high = (wordOf(dividend, top) << wordBits) | wordOf(dividend, top - 1);
  const most = (1n << wordBits) - 1n;
  let guess = high / first;
  if (guess > most) guess = most;
  let over = high - guess * first;
  while (over <= most && guess * second > ((over << wordBits) | wordOf(dividend, top - 2))) {
    guess -= 1n;
    over += first;
  }
  setWord(quotient, index, guess);
}

/** How many of a word's bits are 0 above its highest one; the word is not 0. */
export function leadingZeros(big: Reference, index: number): number {
  return 64 - wordOf(big, index).toString(2).length;
}
