/**
 * Values as 64-bit words in simulated memory, bit for bit as the C part has them (`heddle.h`): references are raw,
 * doubles have 2^49 added to their bits, which here is 2^17 added to the upper word. An object of a tagged class is its
 * word as a bigint, which nothing else in a register is.
 */
import type { MemorySimulator } from "../../memory-simulator.ts";

const twoTo32 = 2 ** 32;
/** 2^49 as an upper word. */
const firstFloatHigh = 0x2_0000;
const canonicalNanHigh = 0x7ff8_0000;
/** Words below are no references. */
const firstReference = 4096;

const undefinedWord = 0;
const nullWord = 2;
const falseWord = 4;
const trueWord = 6;
/** A thrown undefined on its way: 0 would say that nothing was thrown. */
export const thrownUndefinedWord = 8;

/** A reference in a value, in a register. */
export class RefValue {
  readonly address: number;
  constructor(address: number) {
    this.address = address;
  }
}

/** Words from here on are objects of tagged classes: 16 bits tell which, 48 are the field. */
const firstTagged = 0xfff4n << 48n;

const firstTaggedHigh = Number(firstTagged >> 32n);

export function taggedWord(field: number, tag: number): bigint {
  return firstTagged + (BigInt(tag) << 48n) + BigInt.asUintN(48, BigInt(field));
}

export function tagOf(word: bigint): number {
  return Number((word - firstTagged) >> 48n);
}

export function fieldOf(word: bigint): number {
  return Number(BigInt.asIntN(48, word));
}

const bits = new DataView(new ArrayBuffer(8));

/** Writes a value's word. */
export function storeValue(memory: MemorySimulator, at: number, value: unknown): void {
  if (value instanceof RefValue) storeWords(memory, at, Math.floor(value.address / twoTo32), value.address);
  else if (typeof value === "bigint")
    storeWords(memory, at, Number(value >> 32n), Number(value & 0xffffffffn));
  else if (typeof value === "number") {
    bits.setFloat64(0, value);
    const isNumber = !Number.isNaN(value);
    storeWords(
      memory,
      at,
      (isNumber ? bits.getUint32(0) : canonicalNanHigh) + firstFloatHigh,
      isNumber ? bits.getUint32(4) : 0,
    );
  } else storeWords(memory, at, 0, wordOf(value));
}

function wordOf(value: unknown): number {
  if (value === undefined) return undefinedWord;
  if (value === null) return nullWord;
  return value === true ? trueWord : falseWord;
}

function storeWords(memory: MemorySimulator, at: number, high: number, low: number): void {
  // One access of eight bytes, so that the simulator checks it as the machine does it.
  memory.storeInt64(at, 0);
  memory.store32(at, low);
  memory.store32(at + 4, high);
}

/** Reads a value's word. */
export function loadValue(memory: MemorySimulator, at: number): unknown {
  const low = memory.load32(at);
  const high = memory.load32(at + 4);
  if (high >= firstTaggedHigh) return (BigInt(high) << 32n) + BigInt(low);
  if (high >= firstFloatHigh) {
    bits.setUint32(0, high - firstFloatHigh);
    bits.setUint32(4, low);
    return bits.getFloat64(0);
  }
  const word = high * twoTo32 + low;
  if (word >= firstReference) return new RefValue(word);
  return word === nullWord ? null : word === trueWord ? true : word === falseWord ? false : undefined;
}
