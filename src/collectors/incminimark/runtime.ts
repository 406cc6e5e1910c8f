/**
 * Objects are born in a nursery (`parts/nursery.ts`); what survives one minor collection moves to the old space
 * (`parts/old-space.ts`) and stays where it is. When that has grown enough it is marked and swept, a step after each
 * minor collection, so that no pause is long:
 *
 *   idle ── used > threshold ──▶ marking ── nothing left to mark ──▶ sweeping ── no block left ──▶ idle
 *
 * While marking goes on the program changes the graph that is marked. It can only hide an object by storing a reference
 * into one that was marked before: the write barrier remembers that one for the next minor collection anyway, which
 * then gives it back to the marker (Steele 1975). What becomes old meanwhile is marked. Steps are only taken right after
 * a minor collection, so there is never a young object to think of. The roots have no barrier: they are marked again
 * until that finds nothing new.
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
import { beginSweep, blocksInUse, forgetMarks, initializeOldSpace, sweepSome } from "../parts/old-space.ts";
import { checkReachable, initializeReachableCheck } from "../parts/reachable-check.ts";
import { initializeShadowStack } from "../parts/shadow-stack.ts";
import { largestCell, sizeClassCount } from "../parts/size-classes.ts";
import {
  adaptNursery,
  initializeNurserySize,
  largestNurserySize,
  smallestNurserySize,
} from "./nursery-size.ts";
import { initializeThreshold, nextThreshold, threshold } from "./threshold.ts";

const idle = 0;
const marking = 1;
const sweeping = 2;

const everything = Number.MAX_SAFE_INTEGER;
/** How long a step should take. */
const stepNanoseconds = 300_000;
/** Work between two looks at the clock. */
const markBytesAtOnce = 64 * 1024;
const sweepBlocksAtOnce = 64;
/** A step marks so many bytes for each byte that became old, however long it takes: or it would never be done. */
const markedForEachPromoted = 4;

let phase = idle;
/** Bytes of old objects, dead ones included until they are swept. */
let used = 0;
/** Bytes allocated since the heap was last checked. */
let unchecked = 0;
/** The most that blocks may take, 0: no limit. */
let maximum = 0;

export function initialize(): void {
  initializeShadowStack();
  initializeHashes();
  initializeNurserySize();
  maximum = state.heapMaximum;
  const largest = largestNurserySize();
  // A minor collection can always end: there is more room than the maximum says.
  initializeOldSpace(maximum > 0 ? maximum + largest + sizeClassCount * 32 * 1024 : 0);
  initializeMarking();
  initializeNursery(smallestNurserySize(), largest);
  initializeReachableCheck();
  initializeThreshold();
  phase = idle;
  used = 0;
  unchecked = 0;
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

/** A full collection: afterwards nothing is left but what the roots lead to. */
export function collect(): void {
  const started = clockNanoseconds();
  minor();
  full();
  state.gcNanoseconds += clockNanoseconds() - started;
}

/** A minor collection and a step of a major one. */
function collectSome(): void {
  const started = clockNanoseconds();
  const grown = state.freePointer - nurseryStart;
  minor();
  const survived = promotedBytes;
  step(started);
  if (maximum > 0 && blocksInUse() > maximum) full();
  const took = clockNanoseconds() - started;
  adaptNursery(grown, survived, took);
  state.gcNanoseconds += took;
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

/** Some of the major collection, if one is going on or due; `started` is when the program was interrupted. */
function step(started: number): void {
  if (phase === idle) {
    if (used <= threshold) return;
    beginMark();
    markRoots();
    phase = marking;
  }
  const until = started + stepNanoseconds;
  if (phase === marking) markStep(until);
  else sweepStep(until);
}

function markStep(until: number): void {
  const enough = markedBytes + Math.max(promotedBytes * markedForEachPromoted, state.incrementStep);
  let done = markSome(markBytesAtOnce);
  while (!done && (markedBytes < enough || clockNanoseconds() < until)) done = markSome(markBytesAtOnce);
  if (!done) return;
  // What only the roots lead to by now: if that is much, it is for the next step.
  markRoots();
  if (markSome(markBytesAtOnce)) finishMark();
}

function finishMark(): void {
  endMark();
  used = markedBytes;
  beginSweep();
  phase = sweeping;
}

function sweepStep(until: number): void {
  let done = sweepSome(sweepBlocksAtOnce);
  while (!done && clockNanoseconds() < until) done = sweepSome(sweepBlocksAtOnce);
  if (done) finishSweep();
}

function finishSweep(): void {
  phase = idle;
  nextThreshold(used);
}

/** A major collection in one go; the nursery is empty. */
function full(): void {
  if (phase === marking) forgetMarks();
  if (phase === sweeping) sweepSome(everything);
  beginMark();
  markRoots();
  markSome(everything);
  finishMark();
  sweepSome(everything);
  finishSweep();
  if (maximum > 0 && blocksInUse() > maximum) stop(outOfMemoryStop, "the heap is at its maximum");
  if (state.gcCheck !== 0) checkReachable(nurseryStart, nurseryStart + nurserySize, true);
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
