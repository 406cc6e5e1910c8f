/**
 * Two bitmaps apart from the objects of the old space, a bit for each 8 bytes: sweeping reads no object at all.
 *
 *   live bits   what the last mark found: cells without a bit are free, once
 *   mark bits   what the mark that is going on has found
 */
import { clearBytes, load32, loadInt64, prefetch, store32 } from "../../memory/memory.ts";
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

/** No cell of the block is live. */
export function isEmpty(block: number): boolean {
  const bits = liveBits + block * blockBitsBytes;
  for (let i = 0; i < blockBitsBytes; i += 8) if (loadInt64(bits + i) !== 0) return false;
  return true;
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
