/**
 * Cheney 1970: "A nonrecursive list compacting algorithm".
 *
 * Objects are allocated side by side in one space. When it is full, what the roots lead to is copied into
 * a second one, and the two change places; the garbage is never looked at.
 *
 *   other space                      | given up, reserved for the next collection       |
 *
 *   space      | copied, fields done | copied, fields to do |            free           |
 *              ^                     ^                      ^                           ^
 *          spaceStart              scan                    free          spaceStart + spaceSize
 *
 * To copy an object leaves its new address in the old place. The copies behind `scan` are themselves the
 * queue of the breadth-first walk: their fields still lead to the old space. When `scan` has reached
 * `free`, every live object was copied and no reference to the old space is left.
 *
 * The spaces start at a size that fits a cache, so that short-lived objects never reach memory, and are
 * kept at three times the live data or more, so that each byte is copied about once for two allocated.
 */
import { collectorWordOffset, headerSize } from "../../graph/type-info-layout.ts";
import {
  clockNanoseconds,
  copyBytes,
  declareObject,
  load32,
  loadWord,
  poison,
  releaseSpace,
  reserveSpace,
  state,
  stop,
  store32,
  storeWord,
} from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { newStack } from "../parts/address-stack.ts";
import { initializeHashes, storedHash } from "../parts/identity-hash.ts";
import {
  collectDoneSection,
  initializeLog,
  logBegin,
  logEnd,
  logLine,
  markedLine,
  objectsBeforeLine,
} from "../parts/log.ts";
import { initializeReachableCheck } from "../parts/reachable-check.ts";
import { initializeShadowStack } from "../parts/shadow-stack.ts";
import { checkSpace } from "../parts/space-check.ts";
import { objectSize } from "../parts/type-tables.ts";
import { setMovingRange, updateFields, updateRoots } from "../parts/update-slots.ts";
import { endTrace, initializeWeak, noteIfWeak } from "../parts/weak.ts";

const pageBytes = 4096;
const defaultSpaceSize = 512 * 1024;
/** More than any address space has. */
const unlimited = 0x4000_0000_0000;

/** In the collector's word of an object that was copied: the new address stands behind the header. */
const forwarded = 1;

let spaceStart = 0;
let spaceSize = 0;
/** The space to copy into; size 0 while there is none. */
let otherStart = 0;
let otherSize = 0;
let smallestSize = 0;
let largestSize = 0;

/** Where the next copy goes, during a collection. */
let free = 0;
/** The copies before it are done, … */
let scan = 0;
/** … and these of them have weak fields. */
let weakHolders = 0;

export function initialize(): void {
  initializeShadowStack();
  initializeLog();
  initializeHashes();
  initializeReachableCheck();
  initializeWeak();
  weakHolders = newStack();
  largestSize = state.heapMaximum > 0 ? halfInPages(state.heapMaximum) : unlimited;
  smallestSize = state.heapMinimum > 0 ? halfInPages(state.heapMinimum) : defaultSpaceSize;
  if (smallestSize > largestSize) smallestSize = largestSize;
  otherSize = 0;
  prepareOther(smallestSize);
  spaceStart = otherStart;
  spaceSize = otherSize;
  otherSize = 0;
  state.freePointer = spaceStart;
  setLimit();
}

export function allocateSlow(_typeId: number, size: number): number {
  collectFor(size);
  const object = state.freePointer;
  state.freePointer = object + size;
  if (state.limit < state.freePointer) state.limit = state.freePointer;
  return object;
}

/** The copy of an object takes its hash along. */
export function identityHash(object: number): number {
  return storedHash(object);
}

export function collect(): void {
  collectFor(0);
}

/** Collects, and makes sure that `request` bytes are free. */
function collectFor(request: number): void {
  const started = clockNanoseconds();
  logBegin(collectDoneSection);
  logLine(collectDoneSection, objectsBeforeLine, state.freePointer - spaceStart);
  // In a space of the same size there is room even if everything is alive.
  copyLive(spaceSize);
  const needed = state.freePointer - spaceStart + request;
  const size = bestSize(needed);
  if (needed > size) stop(outOfMemoryStop, "the heap is at its maximum");
  if (size !== spaceSize) copyLive(size);
  setLimit();
  logLine(collectDoneSection, markedLine, state.freePointer - spaceStart);
  logEnd(collectDoneSection);
  state.collections += 1;
  state.gcNanoseconds += clockNanoseconds() - started;
}

/** The size of space that suits this many bytes; a little too big is left as it is. */
function bestSize(needed: number): number {
  let size = smallestSize;
  while (size < 3 * needed && size < largestSize) size = Math.min(size + size, largestSize);
  if (size < spaceSize && 8 * size > spaceSize) return spaceSize;
  return size;
}

/** Copies all live objects into a space of `size` bytes, and goes on there. */
function copyLive(size: number): void {
  prepareOther(size);
  free = otherStart;

  setMovingRange(spaceStart, state.freePointer);
  updateRoots(newPlace);
  scan = otherStart;
  scanCopies();
  endTrace(weakHolders, placeAfter, keepReferences, keep);

  swapSpaces();
  state.freePointer = free;
  poison(otherStart, otherSize);
  if (state.gcCheck !== 0) {
    checkSpace(spaceStart, free, otherStart, otherStart + otherSize);
    // The next collection takes new addresses, so that a forgotten reference never leads to an object again.
    releaseOther();
  }
}

/** Until the queue is empty. */
function scanCopies(): void {
  while (scan < free) {
    updateFields(scan, newPlace);
    noteIfWeak(scan, weakHolders);
    scan += objectSize(scan);
  }
}

/** Where what a weak field leads to stands from now on; 0 if it was not copied. */
function placeAfter(word: number): number {
  if (word < spaceStart || word >= state.freePointer) return word;
  return (load32(word + collectorWordOffset) & forwarded) !== 0 ? loadWord(word + headerSize) : 0;
}

function keepReferences(object: number): void {
  updateFields(object, newPlace);
  scanCopies();
}

function keep(object: number): void {
  newPlace(object);
  scanCopies();
}

/** Where an object of the old space stands from now on; copies it when asked for the first time. */
function newPlace(object: number): number {
  if ((load32(object + collectorWordOffset) & forwarded) !== 0) return loadWord(object + headerSize);
  const size = objectSize(object);
  const copy = free;
  free = copy + size;
  declareObject(copy, size);
  copyBytes(copy, object, size);
  store32(object + collectorWordOffset, forwarded);
  storeWord(object + headerSize, copy);
  return copy;
}

// The spaces.

/** Makes the other space one of `size` bytes. */
function prepareOther(size: number): void {
  if (otherSize === size) return;
  releaseOther();
  otherStart = reserveSpace(size);
  if (otherStart === 0) stop(outOfMemoryStop, "the system has no more memory");
  otherSize = size;
  poison(otherStart, otherSize);
}

function releaseOther(): void {
  if (otherSize > 0) releaseSpace(otherStart, otherSize);
  otherSize = 0;
}

function swapSpaces(): void {
  const start = spaceStart;
  const size = spaceSize;
  spaceStart = otherStart;
  spaceSize = otherSize;
  otherStart = start;
  otherSize = size;
}

/** Allocation goes on until the space is full or, under stress, for so many bytes. */
function setLimit(): void {
  state.limit = spaceStart + spaceSize;
  if (state.gcStress > 0 && state.gcStress < state.limit - state.freePointer) {
    state.limit = state.freePointer + state.gcStress;
  }
}

function halfInPages(bytes: number): number {
  const pages = Math.floor(bytes / (2 * pageBytes));
  return pages < 1 ? pageBytes : pages * pageBytes;
}
