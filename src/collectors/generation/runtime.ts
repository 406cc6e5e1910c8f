/**
 * Ungar 1984: "Generation scavenging: a non-disruptive high performance storage reclamation algorithm", with one step
 * to old age.
 *
 * Objects are born in a nursery (`parts/nursery.ts`); what survives one minor collection moves to the old space
 * (`parts/old-space.ts`) and stays where it is. When that has grown enough it is marked and swept in one go.
 */
import { clockNanoseconds, state, stop } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { initializeHashes, storedHash } from "../parts/identity-hash.ts";
import { beginMark, endMark, initializeMarking, markedBytes, markRoots, markSome } from "../parts/mark.ts";
import {
  allocateInEmptyNursery,
  allocateYoungLarge,
  collectNursery,
  initializeNursery,
  isTracked,
  nurserySize,
  nurseryStart,
  promotedBytes,
  remember,
  rememberItems,
  youngLargeBytes,
} from "../parts/nursery.ts";
import { beginSweep, blocksInUse, initializeOldSpace, sweepSome } from "../parts/old-space.ts";
import { checkReachable, initializeReachableCheck } from "../parts/reachable-check.ts";
import { initializeShadowStack } from "../parts/shadow-stack.ts";
import { largestCell, sizeClassCount } from "../parts/size-classes.ts";

const defaultNursery = 1024 * 1024;
const smallestNursery = 16 * 1024;
const defaultMinimum = 8 * 1024 * 1024;
/** The heap is marked when it is this much larger than after the last time. */
const growth = 1.82;
const everything = Number.MAX_SAFE_INTEGER;

/** Bytes of old objects, dead ones included until they are swept. */
let used = 0;
/** Mark when more are used. */
let threshold = 0;
/** Bytes allocated since the heap was last checked. */
let unchecked = 0;
/** The most that blocks may take, 0: no limit. */
let maximum = 0;

export function initialize(): void {
  initializeShadowStack();
  initializeHashes();
  const nursery = nurseryBytes();
  maximum = state.heapMaximum;
  // A minor collection can always end: there is more room than the maximum says.
  initializeOldSpace(maximum > 0 ? maximum + nursery + sizeClassCount * 32 * 1024 : 0);
  initializeMarking();
  initializeNursery(nursery, nursery);
  initializeReachableCheck();
  used = 0;
  unchecked = 0;
  setThreshold();
}

function nurseryBytes(): number {
  if (state.heapMinimum === 0) return defaultNursery;
  const half = Math.floor(state.heapMinimum / 8192) * 4096;
  return Math.max(smallestNursery, Math.min(half, defaultNursery));
}

export function allocateSlow(_typeId: number, size: number): number {
  if (size > largestCell) return allocateBig(size);
  collectSome();
  return allocateInEmptyNursery(size);
}

function allocateBig(size: number): number {
  if (youngLargeBytes + size > nurserySize || state.gcStress > 0) collectSome();
  let object = allocateWithinMaximum(size);
  if (object === 0) {
    collect();
    object = allocateWithinMaximum(size);
    if (object === 0) stop(outOfMemoryStop, "the heap is at its maximum");
  }
  return object;
}

function allocateWithinMaximum(size: number): number {
  return maximum > 0 && blocksInUse() + size > maximum ? 0 : allocateYoungLarge(size);
}

export function collect(): void {
  const started = clockNanoseconds();
  minor();
  major();
  state.gcNanoseconds += clockNanoseconds() - started;
}

/** A minor collection, and what it made necessary. */
function collectSome(): void {
  const started = clockNanoseconds();
  minor();
  if (used > threshold || (maximum > 0 && blocksInUse() > maximum)) major();
  state.gcNanoseconds += clockNanoseconds() - started;
}

function minor(): void {
  collectNursery();
  used += promotedBytes;
  state.collections += 1;
  if (state.gcCheck === 0) return;
  // Walking a big heap after each small collection would take for ever.
  unchecked += nurserySize;
  if (state.gcStress > 0) unchecked += state.gcStress - nurserySize;
  if (unchecked * 32 < used) return;
  unchecked = 0;
  checkReachable(nurseryStart, nurseryStart + nurserySize, false);
}

function major(): void {
  beginMark();
  markRoots();
  markSome(everything);
  endMark();
  beginSweep();
  sweepSome(everything);
  used = markedBytes;
  if (maximum > 0 && blocksInUse() > maximum) stop(outOfMemoryStop, "the heap is at its maximum");
  setThreshold();
  if (state.gcCheck !== 0) checkReachable(nurseryStart, nurseryStart + nurserySize, true);
}

function setThreshold(): void {
  const minimum = state.heapMinimum > 0 ? state.heapMinimum : defaultMinimum;
  threshold = Math.max(Math.floor(used * growth), minimum);
}

export function writeBarrier(object: number): void {
  if (isTracked(object)) remember(object);
}

export function writeBarrierItems(array: number, from: number, end: number): void {
  if (isTracked(array)) rememberItems(array, from, end);
}

/** The copy of an object takes its hash along. */
export function identityHash(object: number): number {
  return storedHash(object);
}
