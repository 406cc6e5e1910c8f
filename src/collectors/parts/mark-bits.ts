/**
 * Two bitmaps apart from the objects of the old space, a bit for each 8 bytes: sweeping reads no object at all.
 *
 *   live bits   what the last mark found: cells without a bit are free, once
 *   mark bits   what the mark that is going on has found
 */
import { clearBytes, load32, prefetch, store32 } from "../../memory/memory.ts";
import { heapStart, mostBlocks, usedEnd } from "./blocks.ts";

/** Bytes that a word of a bitmap stands for. */
const bitsWordBytes = 256;
/** Bytes of a bitmap for a block: 4 for each `bitsWordBytes`. */
const blockBitsBytes = 512;
/** Bytes of both for a block. */
export const markBitsBytes = 2 * blockBitsBytes;

let liveBits = 0;
let markBits = 0;

/** They stand at an address from which on there are `markBitsBytes` for each block. */
export function initializeMarkBits(address: number): void {
  liveBits = address;
  markBits = address + mostBlocks() * blockBitsBytes;
}

/** A block that comes into use has neither live nor marked cells. */
export function clearBits(block: number): void {
  clearBytes(liveBits + block * blockBitsBytes, blockBitsBytes);
  clearBytes(markBits + block * blockBitsBytes, blockBitsBytes);
}

function isBitSet(bits: number, address: number): boolean {
  const word = load32(bits + Math.floor((address - heapStart) / bitsWordBytes) * 4);
  return (word & (1 << ((address >>> 3) & 31))) !== 0;
}

/** Marks an object of this space; false if it was marked before. */
export function setMark(object: number): boolean {
  const at = markBits + Math.floor((object - heapStart) / bitsWordBytes) * 4;
  const bit = 1 << ((object >>> 3) & 31);
  const word = load32(at);
  if ((word & bit) !== 0) return false;
  store32(at, word | bit);
  return true;
}

/** The object's mark will be asked for soon. */
export function prefetchMark(object: number): void {
  prefetch(markBits + Math.floor((object - heapStart) / bitsWordBytes) * 4);
}

export function isMarked(object: number): boolean {
  return isBitSet(markBits, object);
}

/** The last mark that is over found the object. */
export function wasLive(object: number): boolean {
  return isBitSet(liveBits, object);
}

/** For collectors that know of each object when it is born and when it dies. */
export function setLive(object: number): void {
  const at = liveBits + Math.floor((object - heapStart) / bitsWordBytes) * 4;
  store32(at, load32(at) | (1 << ((object >>> 3) & 31)));
}

/** The object was live. */
export function clearLive(object: number): void {
  const at = liveBits + Math.floor((object - heapStart) / bitsWordBytes) * 4;
  store32(at, load32(at) ^ (1 << ((object >>> 3) & 31)));
}

/** How many cells of the block are live. */
export function liveCells(block: number): number {
  const bits = liveBits + block * blockBitsBytes;
  let count = 0;
  for (let i = 0; i < blockBitsBytes; i += 4) count += bitCount(load32(bits + i));
  return count;
}

/** Sums of neighbours, of 2, 4 and 8 bits; the four bytes are added up by the product. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** A mark that is not over is given up. */
export function forgetMarks(): void {
  clearBytes(markBits, ((usedEnd() - heapStart) / bitsWordBytes) * 4);
}

/** A mark is over: what it found is live. The marks of each block must be cleared before the next. */
export function marksBecomeLive(): void {
  const bits = liveBits;
  liveBits = markBits;
  markBits = bits;
}

export function clearMarks(block: number): void {
  clearBytes(markBits + block * blockBitsBytes, blockBitsBytes);
}
