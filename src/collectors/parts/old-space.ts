/**
 * Memory for objects that never move: cells of equal size side by side in blocks, and blocks of their own for large
 * objects. Which cells hold live objects stands in bitmaps apart from the objects, a bit for each 8 bytes, so that
 * sweeping reads no object at all.
 *
 *   heapStart                                          frontier                       heapEnd
 *   | cells of 24 | cells of 64 | large object … | free |           never used           |
 *
 *   block info   4 words a block: kind, cell size or number of blocks, the next block of a list
 *   cards        which parts of large arrays were written to
 *   live bits    what the last mark found: cells without a bit are free, once
 *   mark bits    what the mark that is going on has found
 *
 * Each size class allocates from a run of free cells [free, end). When it is used up the next run is looked for in the
 * live bits of the block, then in the other blocks that the last sweep left to the class; then a free block is taken.
 *
 * The address range is reserved in one piece, of which only touched pages cost memory: whether a word leads to an
 * object is two comparisons, and every table is indexed by the distance from `heapStart`.
 */
import {
  clearBytes,
  declareObject,
  load8,
  load32,
  loadInt64,
  poison,
  preferHugePages,
  releaseSpace,
  reserveSpace,
  state,
  stop,
  store8,
  store32,
  storeInt64,
  wordSize,
} from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { cellBytes, largestCell, sizeClassCount, sizeClassOf } from "./size-classes.ts";

export const blockBytes = 32768;
/** Bytes that a word of a bitmap stands for. */
const bitsWordBytes = 256;
/** Bytes of bitmap for a block: 4 for each `bitsWordBytes`. */
const blockBitsBytes = 512;

/** Blocks that a heap has before it gets huge pages, and for how many it gets them at a time. */
const hugeFrom = 1024;
const hugeStep = 1024;

// Block info.
export const cardBytes = 128;
const cardsOfBlock = 256;

const infoBytes = 12;
const infoKind = 0;
const infoIsNew = 1;
const infoIsYoung = 2;
const infoSize = 4;
const infoNext = 8;

const kindFree = 0;
const kindCells = 1;
const kindLarge = 2;
const kindLargeRest = 3;

// Size class records.
const recordBytes = 40;
const recordFree = 0;
const recordEnd = 8;
/** Where the last whole cell of the run's block ends. */
const recordBlockEnd = 16;
/** The first block of those still to be looked through, its number + 1, 0 if there is none. */
const recordBlocks = 24;
const recordCell = 32;

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

/** A byte for each `cardBytes` of large objects (parts/cards.ts). */
export let cards = 0;
let blockInfo = 0;
let liveBits = 0;
let markBits = 0;
let classRecords = 0;

/** The block after the next to be swept; 0: the sweep is over. */
let sweepCursor = 0;

/** Reserves a heap of at most `maximum` bytes, 0: as much as there is. */
export function initializeOldSpace(maximum: number): void {
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
      tables = reserveSpace(tableBytes(blocks));
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
  sweepCursor = 0;
  liveBits = tables;
  markBits = liveBits + blocks * blockBitsBytes;
  cards = markBits + blocks * blockBitsBytes;
  blockInfo = cards + blocks * cardsOfBlock;
  classRecords = roundUp8(blockInfo + blocks * infoBytes);
  for (let i = 0; i < sizeClassCount; i++) {
    const record = classRecords + i * recordBytes;
    clearBytes(record, recordBytes);
    store32(record + recordCell, cellBytes(i));
  }
}

function tableBytes(blocks: number): number {
  return blocks * (2 * blockBitsBytes + cardsOfBlock + infoBytes) + sizeClassCount * recordBytes + 64;
}

function roundUp8(n: number): number {
  return Math.floor((n + 7) / 8) * 8;
}

/** The end of what was ever used of the heap. */
export function usedEnd(): number {
  return heapStart + frontier * blockBytes;
}

// Allocation.

/** Memory for an object that stays there; 0 if there is none. */
export function allocateOld(size: number): number {
  return size <= largestCell ? allocateCell(size) : allocateLarge(size);
}

export function allocateCell(size: number): number {
  const record = classRecords + sizeClassOf(size) * recordBytes;
  const cell = loadInt64(record + recordFree);
  const next = cell + load32(record + recordCell);
  if (next > loadInt64(record + recordEnd)) return allocateFromNextRun(record);
  storeInt64(record + recordFree, next);
  return cell;
}

function allocateFromNextRun(record: number): number {
  if (!findRun(record) && !takeBlock(record)) return 0;
  const cell = loadInt64(record + recordFree);
  storeInt64(record + recordFree, cell + load32(record + recordCell));
  return cell;
}

/** Makes the next free cells of the class's blocks its run. */
function findRun(record: number): boolean {
  const size = load32(record + recordCell);
  let cell = loadInt64(record + recordEnd);
  let blockEnd = loadInt64(record + recordBlockEnd);
  while (true) {
    while (cell < blockEnd && isBitSet(liveBits, cell)) cell += size;
    if (cell < blockEnd) break;
    const block = load32(record + recordBlocks) - 1;
    if (block < 0) return false;
    store32(record + recordBlocks, load32(infoOf(block) + infoNext));
    cell = heapStart + block * blockBytes;
    blockEnd = cell + wholeCells(size);
  }
  let end = cell + size;
  while (end < blockEnd && !isBitSet(liveBits, end)) end += size;
  setRun(record, cell, end, blockEnd);
  return true;
}

/** A free block becomes one of cells; all of it is the class's run. */
function takeBlock(record: number): boolean {
  const block = takeBlocks(1);
  if (block < 0) return false;
  const size = load32(record + recordCell);
  setInfo(block, kindCells, size);
  const start = heapStart + block * blockBytes;
  setRun(record, start, start + wholeCells(size), start + wholeCells(size));
  return true;
}

function setRun(record: number, start: number, end: number, blockEnd: number): void {
  if (start < end) poison(start, end - start);
  storeInt64(record + recordFree, start);
  storeInt64(record + recordEnd, end);
  storeInt64(record + recordBlockEnd, blockEnd);
}

/** Blocks of its own for an object; 0 if there are not enough side by side. */
export function allocateLarge(size: number): number {
  const count = Math.floor((size + blockBytes - 1) / blockBytes);
  const first = takeBlocks(count);
  if (first < 0) return 0;
  setInfo(first, kindLarge, count);
  for (let i = 1; i < count; i++) setInfo(first + i, kindLargeRest, 0);
  clearBytes(cards + first * cardsOfBlock, count * cardsOfBlock);
  const start = heapStart + first * blockBytes;
  poison(start, count * blockBytes);
  return start;
}

/** A large object is young until a minor collection has met it. */
export function setYoungLarge(object: number): void {
  store8(infoOf(blockOf(object)) + infoIsYoung, 1);
}

/** Of an address where an object stands. */
export function isYoungLarge(object: number): boolean {
  if (object < heapStart || object >= heapEnd) return false;
  return load8(infoOf(blockOf(object)) + infoIsYoung) !== 0;
}

/** True once for a young large object: from then on it is old. */
export function becomesOldLarge(object: number): boolean {
  const info = infoOf(blockOf(object));
  if (load8(info + infoIsYoung) === 0) return false;
  store8(info + infoIsYoung, 0);
  return true;
}

/** Frees a large object if it is still young. */
export function freeIfYoungLarge(object: number): void {
  if (becomesOldLarge(object)) freeLarge(blockOf(object));
}

/** Bytes of blocks in use. */
export function blocksInUse(): number {
  return (frontier - freeBlocks) * blockBytes;
}

function setInfo(block: number, kind: number, size: number): void {
  const info = infoOf(block);
  store8(info + infoKind, kind);
  // The sweep must leave alone what was born while it was going on.
  store8(info + infoIsNew, block < sweepCursor ? 1 : 0);
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
  while (first > 0 && load8(infoOf(first - 1) + infoKind) === kindFree) first -= 1;
  if (first + count > blockCount) return -1;
  if (count < frontier - first) first = frontier - count;
  freeBlocks -= frontier - first;
  if (frontier >= hugeEnd + hugeStep && frontier >= hugeFrom) growHuge();
  while (frontier < first + count) {
    clearBytes(infoOf(frontier), infoBytes);
    clearBytes(liveBits + frontier * blockBitsBytes, blockBitsBytes);
    clearBytes(markBits + frontier * blockBitsBytes, blockBitsBytes);
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
    if (load8(infoOf(block) + infoKind) !== kindFree) {
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

function freeBlock(block: number): void {
  store8(infoOf(block) + infoKind, kindFree);
  freeBlocks += 1;
  if (block < firstFree) firstFree = block;
  noRunOf = blockCount + 1;
}

function infoOf(block: number): number {
  return blockInfo + block * infoBytes;
}

function blockOf(address: number): number {
  return Math.floor((address - heapStart) / blockBytes);
}

/** Bytes of the whole cells of a block. */
function wholeCells(size: number): number {
  return blockBytes - (blockBytes % size);
}

// Marks.

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

export function isMarked(object: number): boolean {
  return isBitSet(markBits, object);
}

/** A mark that is not over is given up. */
export function forgetMarks(): void {
  clearBytes(markBits, frontier * blockBitsBytes);
}

// Sweeping.

/**
 * Marking is over: what is marked is live, and what is not will be free when its block is swept. Until then nothing is
 * allocated in it.
 */
export function beginSweep(): void {
  const bits = liveBits;
  liveBits = markBits;
  markBits = bits;
  for (let i = 0; i < sizeClassCount; i++) {
    const record = classRecords + i * recordBytes;
    setRun(record, 0, 0, 0);
    store32(record + recordBlocks, 0);
  }
  sweepCursor = frontier;
}

/** Sweeps some blocks; true when there are no more. Blocks go from the last to the first, lists come out in order. */
export function sweepSome(blocks: number): boolean {
  for (let left = blocks; left > 0 && sweepCursor > 0; left--) {
    sweepCursor -= 1;
    sweepBlock(sweepCursor);
  }
  return sweepCursor === 0;
}

function sweepBlock(block: number): void {
  clearBytes(markBits + block * blockBitsBytes, blockBitsBytes);
  const info = infoOf(block);
  const kind = load8(info + infoKind);
  if (kind !== kindCells && kind !== kindLarge) return;
  if (load8(info + infoIsNew) !== 0) {
    store8(info + infoIsNew, 0);
    return;
  }
  if (kind === kindLarge) sweepLarge(block);
  else sweepCells(block);
}

function sweepLarge(block: number): void {
  if (!isBitSet(liveBits, heapStart + block * blockBytes)) freeLarge(block);
}

/** Its blocks are free for any use. */
export function freeLargeObject(object: number): void {
  freeLarge(blockOf(object));
}

function freeLarge(block: number): void {
  const start = heapStart + block * blockBytes;
  const count = load32(infoOf(block) + infoSize);
  for (let i = 0; i < count; i++) freeBlock(block + i);
  poison(start, count * blockBytes);
}

function sweepCells(block: number): void {
  const start = heapStart + block * blockBytes;
  if (isEmpty(block)) {
    freeBlock(block);
    poison(start, blockBytes);
    return;
  }
  const info = infoOf(block);
  const size = load32(info + infoSize);
  const record = classRecords + sizeClassOf(size) * recordBytes;
  store32(info + infoNext, load32(record + recordBlocks));
  store32(record + recordBlocks, block + 1);
  if (state.gcCheck !== 0) spoilDeadCells(start, size);
}

function isEmpty(block: number): boolean {
  const bits = liveBits + block * blockBitsBytes;
  for (let i = 0; i < blockBitsBytes; i += 8) if (loadInt64(bits + i) !== 0) return false;
  return true;
}

/** Dead cells lose their type, so that the heap check finds every reference to one. */
function spoilDeadCells(start: number, size: number): void {
  const end = start + wholeCells(size);
  for (let cell = start; cell < end; cell += size) {
    if (isBitSet(liveBits, cell)) continue;
    poison(cell, size);
    declareObject(cell, size);
    storeInt64(cell, 0);
    poison(cell, size);
  }
}

// Questions of the heap check.

/** True if a cell or a large object of at least `size` bytes can start here. */
export function isObjectPlace(address: number, size: number): boolean {
  const block = blockOf(address);
  if (block >= frontier) return false;
  const start = heapStart + block * blockBytes;
  const info = infoOf(block);
  const kind = load8(info + infoKind);
  if (kind === kindLarge) return address === start && size <= load32(info + infoSize) * blockBytes;
  if (kind !== kindCells || size > largestCell) return false;
  const cell = load32(info + infoSize);
  return (address - start) % cell === 0 && cellBytes(sizeClassOf(size)) === cell;
}

/** True if the last mark that is over found the object. */
export function wasLive(object: number): boolean {
  return isBitSet(liveBits, object);
}
