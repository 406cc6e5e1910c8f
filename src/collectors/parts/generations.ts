/**
 * What collectors with a nursery (`parts/nursery.ts`) before a marked and swept old space (`parts/old-space.ts`) have in
 * common: how they start, how room is made, the minor collection, the write barrier. When the old space is marked, and
 * in which steps, is up to them.
 */
import { clockNanoseconds, state, stop } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { blocksInUse, mostBlocks } from "./blocks.ts";
import { cardBytesOfBlock, initializeCards } from "./cards.ts";
import { checkCells } from "./cell-check.ts";
import { initializeHashes } from "./identity-hash.ts";
import {
  blocksInUseLine,
  collectDoneSection,
  initializeLog,
  logBegin,
  logEnd,
  logLine,
  markedLine,
  memoryBeforeLine,
  minorSection,
  nurserySizeLine,
  setNurserySizeSection,
  survivorsLine,
  youngLine,
} from "./log.ts";
import { initializeMarking, markedBytes } from "./mark.ts";
import {
  allocateInEmptyNursery,
  allocateYoungLarge,
  collectNursery,
  initializeNursery,
  nurserySize,
  nurseryStart,
  promotedBytes,
  youngLargeBytes,
} from "./nursery.ts";
import { initializeOldSpace } from "./old-space.ts";
import { initializeReachableCheck } from "./reachable-check.ts";
import { initializeRemembered, rememberedBytesOfBlock } from "./remembered.ts";
import { initializeShadowStack } from "./shadow-stack.ts";
import { largestCell, sizeClassCount } from "./size-classes.ts";

/** Bytes of old objects, dead ones included until the next mark has ended. */
export let used = 0;
/** Bytes allocated since the heap was last checked. */
let unchecked = 0;
/** The most that blocks may take, 0: no limit. */
let maximum = 0;

/** The nursery has `size` bytes and may become one of `largest`. */
export function initializeGenerations(size: number, largest: number): void {
  initializeShadowStack();
  initializeLog();
  initializeHashes();
  maximum = state.heapMaximum;
  // A minor collection can always end: there is more room than the maximum says.
  const bytes = maximum > 0 ? maximum + largest + sizeClassCount * 32 * 1024 : 0;
  const tables = initializeOldSpace(bytes, cardBytesOfBlock + rememberedBytesOfBlock);
  initializeCards(tables);
  initializeRemembered(tables + mostBlocks() * cardBytesOfBlock);
  initializeMarking();
  initializeNursery(size, largest);
  initializeReachableCheck();
  logNurserySize();
  used = 0;
  unchecked = 0;
}

export function logNurserySize(): void {
  logBegin(setNurserySizeSection);
  logLine(setNurserySizeSection, nurserySizeLine, nurserySize);
  logEnd(setNurserySizeSection);
}

/** A mark and sweep is over. */
export function logMajor(): void {
  logBegin(collectDoneSection);
  logLine(collectDoneSection, markedLine, used);
  logLine(collectDoneSection, blocksInUseLine, blocksInUse());
  logEnd(collectDoneSection);
}

/** The two ways to make room: a minor collection and what it made necessary, or a full one. */
type Collect = () => void;

/** What `allocateSlow` has to do. */
export function allocateYoung(size: number, collectSome: Collect, collectAll: Collect): number {
  if (size <= largestCell) {
    collectSome();
    return allocateInEmptyNursery(size);
  }
  if (youngLargeBytes + size > nurserySize || state.gcStress > 0) collectSome();
  let object = allocateWithinMaximum(size);
  if (object === 0) {
    collectAll();
    object = allocateWithinMaximum(size);
    if (object === 0) stopFull();
  }
  return object;
}

function allocateWithinMaximum(size: number): number {
  return maximum > 0 && blocksInUse() + size > maximum ? 0 : allocateYoungLarge(size);
}

/** The old objects have become too many: only a full collection can help. */
export function isOverMaximum(): boolean {
  return maximum > 0 && blocksInUse() > maximum;
}

/** After a full collection. */
export function stopIfOverMaximum(): void {
  if (isOverMaximum()) stopFull();
}

function stopFull(): never {
  stop(outOfMemoryStop, "the heap is at its maximum");
}

/** A minor collection. */
export function minor(): void {
  logBegin(minorSection);
  logLine(minorSection, memoryBeforeLine, used + state.freePointer - nurseryStart);
  logLine(minorSection, youngLine, state.freePointer - nurseryStart + youngLargeBytes);
  collectNursery();
  used += promotedBytes;
  state.collections += 1;
  logLine(minorSection, survivorsLine, promotedBytes);
  logEnd(minorSection);
  if (state.gcCheck === 0) return;
  // Walking a big heap after each small collection would take for ever.
  unchecked += nurserySize;
  if (state.gcStress > 0) unchecked += state.gcStress - nurserySize;
  if (unchecked * 32 < used) return;
  unchecked = 0;
  checkCells(nurseryStart, nurseryStart + nurserySize, false);
}

/** A mark has ended: what it has met is all that is used. */
export function useWhatIsMarked(): void {
  used = markedBytes;
}

/** `--gc-check` after a full collection. */
export function checkAll(): void {
  if (state.gcCheck !== 0) checkCells(nurseryStart, nurseryStart + nurserySize, true);
}

/** A full collection on demand: `major` is everything behind the minor one. */
export function collectWith(major: Collect): void {
  const started = clockNanoseconds();
  minor();
  major();
  state.gcNanoseconds += clockNanoseconds() - started;
}

/** An old object never moves: a young one becomes old. */
export function makeUnmovable(object: number): void {
  if (object < nurseryStart || object >= nurseryStart + nurserySize) return;
  const started = clockNanoseconds();
  minor();
  state.gcNanoseconds += clockNanoseconds() - started;
}
