/**
 * The address range of the old space, in blocks: which are free, what the others are for, and how some side by side are
 * found.
 *
 *   heapStart                                          frontier                       heapEnd
 *   | cells of 24 | cells of 64 | large object … | free |           never used           |
 *
 * The range is reserved in one piece, of which only touched pages cost memory: whether a word leads to an object is two
 * comparisons, and every table is indexed by the distance from `heapStart`.
 */
import {
  clearBytes,
  load8,
  load32,
  poison,
  preferHugePages,
  releaseSpace,
  reserveSpace,
  stop,
  store8,
  store32,
  wordSize,
} from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";

export const blockBytes = 32768;

/** For so many blocks in use at a time a heap gets huge pages. */
const hugeStep = 1024;

// Block info: what a block is for, whether it is newer than the sweep, whether its large object is young; bytes of a cell
// or number of blocks of a large object; the number + 1 of the next block of a list.
const infoBytes = 12;
const infoKind = 0;
const infoIsNew = 1;
const infoIsYoung = 2;
const infoSize = 4;
const infoNext = 8;

const kindFree = 0;
export const kindCells = 1;
export const kindLarge = 2;
const kindLargeRest = 3;

export let heapStart = 0;
export let heapEnd = 0;
/** Blocks that the heap can have. */
let blockCount = 0;
/** Blocks from here on were never used. */
let frontier = 0;
/** Free blocks below the frontier, and where the first of them can be. */
let freeBlocks = 0;
let firstFree = 0;
/** Below this block the system may join pages to huge ones. */
let hugeEnd = 0;
/** There is no run of so many free blocks below the frontier. */
let noRunOf = 0;

let blockInfo = 0;

/**
 * Reserves a heap of at most `maximum` bytes, 0: as much as there is, and `tableBytes` for each of its blocks; gives the
 * address of these.
 */
export function initializeBlocks(maximum: number, tableBytes: number): number {
  let bytes = wordSize() === 8 ? 256 * 1024 * 1024 * 1024 : 256 * 1024 * 1024;
  if (maximum > 0 && maximum < bytes) bytes = maximum;
  let blocks = Math.floor(bytes / blockBytes);
  if (blocks < 1) blocks = 1;
  let tables = 0;
  heapStart = 0;
  while (tables === 0) {
    if (blocks < 1) stop(outOfMemoryStop, "no memory for the heap");
    heapStart = reserveSpace(blocks * blockBytes);
    if (heapStart !== 0) {
      tables = reserveSpace(blocks * (tableBytes + infoBytes));
      if (tables === 0) releaseSpace(heapStart, blocks * blockBytes);
    }
    if (tables === 0) blocks = Math.floor(blocks / 2);
  }
  blockCount = blocks;
  heapEnd = heapStart + blocks * blockBytes;
  poison(heapStart, blocks * blockBytes);
  frontier = 0;
  freeBlocks = 0;
  firstFree = 0;
  hugeEnd = 0;
  noRunOf = blocks + 1;
  blockInfo = tables + blocks * tableBytes;
  return tables;
}

/** Blocks that the heap can have. */
export function mostBlocks(): number {
  return blockCount;
}

/** The end of what was ever used of the heap. */
export function usedEnd(): number {
  return heapStart + frontier * blockBytes;
}

/** Bytes of blocks in use. */
export function blocksInUse(): number {
  return (frontier - freeBlocks) * blockBytes;
}

export function blockOf(address: number): number {
  return Math.floor((address - heapStart) / blockBytes);
}

export function startOf(block: number): number {
  return heapStart + block * blockBytes;
}

// What a block is for.

function infoOf(block: number): number {
  return blockInfo + block * infoBytes;
}

export function kindOf(block: number): number {
  return load8(infoOf(block) + infoKind);
}

/** Bytes of a cell, or the number of blocks of a large object. */
export function sizeOf(block: number): number {
  return load32(infoOf(block) + infoSize);
}

export function isNew(block: number): boolean {
  return load8(infoOf(block) + infoIsNew) !== 0;
}

export function setNew(block: number, is: boolean): void {
  store8(infoOf(block) + infoIsNew, is ? 1 : 0);
}

export function isYoung(block: number): boolean {
  return load8(infoOf(block) + infoIsYoung) !== 0;
}

export function setYoung(block: number, is: boolean): void {
  store8(infoOf(block) + infoIsYoung, is ? 1 : 0);
}

/** The next block of the list that this one is in, as its number + 1; 0: none. */
export function nextOf(block: number): number {
  return load32(infoOf(block) + infoNext);
}

export function setNext(block: number, next: number): void {
  store32(infoOf(block) + infoNext, next);
}

// Taking and freeing.

/** A block of cells of `size` bytes; -1 if there is none. */
export function takeCells(size: number): number {
  const block = takeBlocks(1);
  if (block >= 0) setInfo(block, kindCells, size);
  return block;
}

/** The first of `count` blocks side by side for a large object; -1 if there are none. */
export function takeLarge(count: number): number {
  const first = takeBlocks(count);
  if (first < 0) return -1;
  setInfo(first, kindLarge, count);
  for (let i = 1; i < count; i++) setInfo(first + i, kindLargeRest, 0);
  return first;
}

function setInfo(block: number, kind: number, size: number): void {
  const info = infoOf(block);
  store8(info + infoKind, kind);
  store8(info + infoIsNew, 0);
  store8(info + infoIsYoung, 0);
  store32(info + infoSize, size);
  store32(info + infoNext, 0);
}

/** The first of `count` free blocks side by side, or -1. */
function takeBlocks(count: number): number {
  const found = freeBlocks >= count && count < noRunOf ? findFreeBlocks(count) : -1;
  if (found >= 0) {
    freeBlocks -= count;
    if (found === firstFree) firstFree = found + count;
    return found;
  }
  // Free blocks right below the frontier count too.
  let first = frontier;
  while (first > 0 && kindOf(first - 1) === kindFree) first -= 1;
  if (first + count > blockCount) return -1;
  if (count < frontier - first) first = frontier - count;
  freeBlocks -= frontier - first;
  if (frontier >= hugeEnd + hugeStep) growHuge();
  while (frontier < first + count) {
    clearBytes(infoOf(frontier), infoBytes);
    frontier += 1;
  }
  return first;
}

/**
 * A big heap's pages are joined to huge ones once they are in use: the system does it beside the program. Had they been
 * huge from the start, a minor collection would wait for 2 MiB to be found and cleared, milliseconds at a time.
 */
function growHuge(): void {
  preferHugePages(heapStart + hugeEnd * blockBytes, (frontier - hugeEnd) * blockBytes);
  hugeEnd = frontier;
}

function findFreeBlocks(count: number): number {
  let first = -1;
  let run = 0;
  for (let block = firstFree; block < frontier; block++) {
    if (kindOf(block) !== kindFree) {
      run = 0;
      continue;
    }
    if (first < 0) {
      first = block;
      firstFree = block;
    }
    run += 1;
    if (run === count) return block - count + 1;
  }
  noRunOf = count;
  return -1;
}

export function freeBlock(block: number): void {
  store8(infoOf(block) + infoKind, kindFree);
  freeBlocks += 1;
  if (block < firstFree) firstFree = block;
  noRunOf = blockCount + 1;
}
