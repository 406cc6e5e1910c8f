/**
 * Ungar 1984: "Generation scavenging: a non-disruptive high performance storage reclamation algorithm", with one step
 * to old age.
 *
 * Objects are born in a nursery (`parts/nursery.ts`); what survives one minor collection moves to the old space
 * (`parts/old-space.ts`) and stays where it is. When that has grown enough it is marked and swept in one go.
 */
import { clockNanoseconds, state } from "../../memory/memory.ts";
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
import { mostUsed } from "../parts/growth.ts";
import { storedHash } from "../parts/identity-hash.ts";
import { collectStepSection, logBegin, logEnd, logLine, objectsBeforeLine } from "../parts/log.ts";
import { markAndSweep } from "../parts/mark.ts";
import { rememberItems } from "../parts/nursery.ts";
import { isTracked, remember } from "../parts/remembered.ts";

const defaultNursery = 1024 * 1024;
const smallestNursery = 16 * 1024;
const defaultMinimum = 8 * 1024 * 1024;

/** Mark when more bytes are used. */
let threshold = 0;

export function initialize(): void {
  const nursery = nurseryBytes();
  initializeGenerations(nursery, nursery);
  setThreshold();
}

function nurseryBytes(): number {
  if (state.nurserySize > 0) {
    return Math.max(smallestNursery, state.nurserySize - (state.nurserySize % 4096));
  }
  if (state.heapMinimum === 0) return defaultNursery;
  const half = Math.floor(state.heapMinimum / 8192) * 4096;
  return Math.max(smallestNursery, Math.min(half, defaultNursery));
}

export function allocateSlow(_typeId: number, size: number): number {
  return allocateYoung(size, collectSome, collect);
}

export function collect(): void {
  collectWith(major);
}

/** A minor collection, and what it made necessary. */
function collectSome(): void {
  const started = clockNanoseconds();
  minor();
  if (used > threshold || isOverMaximum()) major();
  state.gcNanoseconds += clockNanoseconds() - started;
}

function major(): void {
  logBegin(collectStepSection);
  logLine(collectStepSection, objectsBeforeLine, used);
  markAndSweep();
  logEnd(collectStepSection);
  useWhatIsMarked();
  logMajor();
  stopIfOverMaximum();
  setThreshold();
  checkAll();
}

function setThreshold(): void {
  const minimum = state.heapMinimum > 0 ? state.heapMinimum : defaultMinimum;
  threshold = Math.max(mostUsed(used), minimum);
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
