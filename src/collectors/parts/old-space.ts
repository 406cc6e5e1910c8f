/**
 * Memory for objects that never move: cells of equal size side by side in blocks, and blocks of their own for large
 * objects (`blocks.ts`). Which cells hold live objects stands in bitmaps (`mark-bits.ts`).
 *
 * Each size class allocates from a run of free cells [free, end). When it is used up the next run is looked for in the
 * live bits of the block, then in the other blocks that the last sweep left to the class, which are those with enough free
 * cells; then a free block is taken.
 */
import {
  allocateBytes,
  clearBytes,
  declareObject,
  load32,
  loadInt64,
  poison,
  state,
  stop,
  store32,
  storeInt64,
} from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import {
  blockBytes,
  blockOf,
  freeBlock,
  heapEnd,
  heapStart,
  initializeBlocks,
  isNew,
  isYoung,
  kindCells,
  kindLarge,
  kindOf,
  mostBlocks,
  nextOf,
  setNew,
  setNext,
  setYoung,
  sizeOf,
  startOf,
  takeCells,
  takeLarge,
  usedEnd,
} from "./blocks.ts";
import {
  clearBits,
  clearMarks,
  initializeMarkBits,
  liveCells,
  markBitsBytes,
  marksBecomeLive,
  wasLive,
} from "./mark-bits.ts";
import { cellBytes, largestCell, sizeClassCount, sizeClassOf } from "./size-classes.ts";

const recordBytes = 40;
const recordFree = 0;
const recordEnd = 8;
/** Where the last whole cell of the run's block ends. */
const recordBlockEnd = 16;
/** The first block of those still to be looked through, its number + 1, 0 if there is none. */
const recordBlocks = 24;
const recordCell = 32;

/** Of a block with more live cells none is used: looking for the few free ones would take longer than they are worth. */
const mostLive = 15 / 16;

let classRecords = 0;

/** The block after the next to be swept; 0: the sweep is over. */
let sweepCursor = 0;

/**
 * Reserves a heap of at most `maximum` bytes, 0: as much as there is, and `tableBytes` for each of its blocks; gives the
 * address of these.
 */
export function initializeOldSpace(maximum: number, tableBytes: number): number {
  const tables = initializeBlocks(maximum, markBitsBytes + tableBytes);
  initializeMarkBits(tables);
  sweepCursor = 0;
  classRecords = allocateBytes(sizeClassCount * recordBytes);
  if (classRecords === 0) stop(outOfMemoryStop, "no memory for the heap");
  for (let i = 0; i < sizeClassCount; i++) {
    const record = classRecords + i * recordBytes;
    clearBytes(record, recordBytes);
    store32(record + recordCell, cellBytes(i));
  }
  return tables + mostBlocks() * markBitsBytes;
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
    while (cell < blockEnd && wasLive(cell)) cell += size;
    if (cell < blockEnd) break;
    const block = load32(record + recordBlocks) - 1;
    if (block < 0) return false;
    store32(record + recordBlocks, nextOf(block));
    cell = startOf(block);
    blockEnd = cell + wholeCells(size);
  }
  let end = cell + size;
  while (end < blockEnd && !wasLive(end)) end += size;
  setRun(record, cell, end, blockEnd);
  return true;
}

/** A free block becomes one of cells; all of it is the class's run. */
function takeBlock(record: number): boolean {
  const size = load32(record + recordCell);
  const block = takeCells(size);
  if (block < 0) return false;
  comesIntoUse(block);
  const start = startOf(block);
  setRun(record, start, start + wholeCells(size), start + wholeCells(size));
  return true;
}

/** The sweep must leave alone what was born while it was going on. */
function comesIntoUse(block: number): void {
  clearBits(block);
  if (block < sweepCursor) setNew(block, true);
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
  const first = takeLarge(count);
  if (first < 0) return 0;
  for (let i = 0; i < count; i++) comesIntoUse(first + i);
  const start = startOf(first);
  poison(start, count * blockBytes);
  return start;
}

/** A large object is young until a minor collection has met it. */
export function setYoungLarge(object: number): void {
  setYoung(blockOf(object), true);
}

/** Of an address where an object stands. */
export function isYoungLarge(object: number): boolean {
  return object >= heapStart && object < heapEnd && isYoung(blockOf(object));
}

/** True once for a young large object: from then on it is old. */
export function becomesOldLarge(object: number): boolean {
  const block = blockOf(object);
  if (!isYoung(block)) return false;
  setYoung(block, false);
  return true;
}

/** Frees a large object if it is still young. */
export function freeIfYoungLarge(object: number): void {
  if (becomesOldLarge(object)) freeLarge(blockOf(object));
}

/** Bytes of the whole cells of a block. */
function wholeCells(size: number): number {
  return blockBytes - (blockBytes % size);
}

// Sweeping.

/**
 * Marking is over: what is marked is live, and what is not will be free when its block is swept. Until then nothing is
 * allocated in it.
 */
export function beginSweep(): void {
  marksBecomeLive();
  startSweep();
}

/** A whole sweep without a mark: the live bits are right as they are. */
export function sweepDead(): void {
  startSweep();
  sweepSome(Number.MAX_SAFE_INTEGER);
}

function startSweep(): void {
  sweepCursor = blockOf(usedEnd());
  for (let i = 0; i < sizeClassCount; i++) {
    const record = classRecords + i * recordBytes;
    setRun(record, 0, 0, 0);
    store32(record + recordBlocks, 0);
  }
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
  clearMarks(block);
  const kind = kindOf(block);
  if (kind !== kindCells && kind !== kindLarge) return;
  if (isNew(block)) setNew(block, false);
  else if (kind === kindCells) sweepCells(block);
  else if (!wasLive(startOf(block))) freeLarge(block);
}

/** Its blocks are free for any use. */
export function freeLargeObject(object: number): void {
  freeLarge(blockOf(object));
}

function freeLarge(block: number): void {
  const count = sizeOf(block);
  for (let i = 0; i < count; i++) freeBlock(block + i);
  poison(startOf(block), count * blockBytes);
}

function sweepCells(block: number): void {
  const start = startOf(block);
  const live = liveCells(block);
  if (live === 0) {
    freeBlock(block);
    poison(start, blockBytes);
    return;
  }
  const size = sizeOf(block);
  if (state.gcCheck !== 0) spoilDeadCells(start, size);
  if (live * size > wholeCells(size) * mostLive) return;
  const record = classRecords + sizeClassOf(size) * recordBytes;
  setNext(block, load32(record + recordBlocks));
  store32(record + recordBlocks, block + 1);
}

/** Dead cells lose their type, so that the heap check finds every reference to one. */
function spoilDeadCells(start: number, size: number): void {
  const end = start + wholeCells(size);
  for (let cell = start; cell < end; cell += size) {
    if (wasLive(cell)) continue;
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
  if (address >= usedEnd()) return false;
  const start = startOf(block);
  const kind = kindOf(block);
  if (kind === kindLarge) return address === start && size <= sizeOf(block) * blockBytes;
  if (kind !== kindCells || size > largestCell) return false;
  const cell = sizeOf(block);
  return (address - start) % cell === 0 && cellBytes(sizeClassOf(size)) === cell;
}
