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
import { clockNanoseconds, state } from "../../memory/memory.ts";
import { blockBytes } from "../parts/blocks.ts";
import {
  allocateYoung,
  checkAll,
  collectWith,
  initializeGenerations,
  isOverMaximum,
  logMajor,
  makeUnmovable,
  minor,
  stopIfOverMaximum,
  used,
  useWhatIsMarked,
} from "../parts/generations.ts";
import { storedHash } from "../parts/identity-hash.ts";
import { collectStepSection, logBegin, logEnd, logLine, objectsBeforeLine } from "../parts/log.ts";
import { beginMark, endMark, markedBytes, markRoots, markSome } from "../parts/mark.ts";
import { forgetMarks } from "../parts/mark-bits.ts";
import { nurseryStart, promotedBytes, rememberItems } from "../parts/nursery.ts";
import { beginSweep, sweepSome } from "../parts/old-space.ts";
import { isTracked, remember } from "../parts/remembered.ts";
import {
  adaptNursery,
  initializeNurserySize,
  largestNurserySize,
  limitNursery,
  smallestNurserySize,
} from "./nursery-size.ts";
import {
  initializeThreshold,
  markedForEachPromoted,
  nextThreshold,
  nurseryShare,
  sweptForEachPromoted,
  threshold,
} from "./threshold.ts";

const idle = 0;
const marking = 1;
const sweeping = 2;

const everything = Number.MAX_SAFE_INTEGER;
/** How long a step should take. */
const stepNanoseconds = 300_000;
/** Work between two looks at the clock: bytes to mark, and so many of them to sweep a block. */
const workAtOnce = 8 * 1024;
const workForBlock = 128;

let phase = idle;
/** Bytes that were live when the mark began, as far as is known: some of what became old meanwhile may be dead. */
let live = 0;
/** A step that is set to a number of bytes does that and no more, whatever the time. */
let atOnce = 0;
let stepTime = 0;

export function initialize(): void {
  initializeNurserySize();
  initializeGenerations(smallestNurserySize(), largestNurserySize());
  initializeThreshold();
  phase = idle;
  atOnce = state.incrementStep > 0 ? state.incrementStep : workAtOnce;
  stepTime = state.incrementStep > 0 ? 0 : stepNanoseconds;
}

export function allocateSlow(_typeId: number, size: number): number {
  return allocateYoung(size, collectSome, collect);
}

/** A full collection: afterwards nothing is left but what the roots lead to. */
export function collect(): void {
  collectWith(full);
}

/** A minor collection and a step of a major one. */
function collectSome(): void {
  const started = clockNanoseconds();
  const grown = state.freePointer - nurseryStart;
  minor();
  const survived = promotedBytes;
  step(started);
  if (isOverMaximum()) full();
  const took = clockNanoseconds() - started;
  adaptNursery(grown, survived, took);
  state.gcNanoseconds += took;
}

/** Some of the major collection, if one is going on or due; `started` is when the program was interrupted. */
function step(started: number): void {
  if (phase === idle && used <= threshold) return;
  logBegin(collectStepSection);
  if (phase === idle) {
    logLine(collectStepSection, objectsBeforeLine, used);
    beginMark();
    markRoots();
    phase = marking;
    live = 0;
  } else if (phase === marking) live -= promotedBytes;
  const until = started + stepTime;
  if (phase === marking) markStep(until);
  else sweepStep(until);
  logEnd(collectStepSection);
  if (phase === idle) logMajor();
}

function markStep(until: number): void {
  const enough = markedBytes + promotedBytes * markedForEachPromoted;
  let done = markSome(atOnce);
  while (!done && (markedBytes < enough || clockNanoseconds() < until)) done = markSome(atOnce);
  if (!done) return;
  // What only the roots lead to by now: if that is much, it is for the next step.
  markRoots();
  if (markSome(atOnce)) finishMark();
}

function finishMark(): void {
  endMark();
  useWhatIsMarked();
  live += used;
  beginSweep();
  phase = sweeping;
}

function sweepStep(until: number): void {
  const blocks = Math.ceil(atOnce / workForBlock);
  let enough = Math.ceil((promotedBytes * sweptForEachPromoted) / blockBytes) - blocks;
  let done = sweepSome(blocks);
  while (!done && (enough > 0 || clockNanoseconds() < until)) {
    done = sweepSome(blocks);
    enough -= blocks;
  }
  if (done) finishSweep();
}

function finishSweep(): void {
  phase = idle;
  nextThreshold(live, used);
  limitNursery(nurseryShare(live));
}

/** A major collection in one go; the nursery is empty. */
function full(): void {
  logBegin(collectStepSection);
  logLine(collectStepSection, objectsBeforeLine, used);
  if (phase === marking) forgetMarks();
  if (phase === sweeping) sweepSome(everything);
  beginMark();
  live = 0;
  markRoots();
  markSome(everything);
  finishMark();
  sweepSome(everything);
  finishSweep();
  logEnd(collectStepSection);
  logMajor();
  stopIfOverMaximum();
  checkAll();
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

export function pin(object: number): boolean {
  makeUnmovable(object);
  return true;
}
