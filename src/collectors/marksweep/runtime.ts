/**
 * McCarthy 1960: "Recursive functions of symbolic expressions and their computation by machine".
 *
 * Objects stay where they are born, in cells of their size (`parts/old-space.ts`). When enough was allocated, all that
 * the roots lead to is marked; blocks without a mark are free for any use, and of the others allocation finds
 * the cells without a mark when it comes by.
 */
import { clockNanoseconds, declareObject, state, stop } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { checkCells } from "../parts/cell-check.ts";
import { mostUsed } from "../parts/growth.ts";
import {
  collectDoneSection,
  initializeLog,
  logBegin,
  logEnd,
  logLine,
  markedLine,
  objectsBeforeLine,
} from "../parts/log.ts";
import { initializeMarking, markAndSweep, markedBytes } from "../parts/mark.ts";
import { allocateOld, initializeOldSpace } from "../parts/old-space.ts";
import { initializeReachableCheck } from "../parts/reachable-check.ts";
import { initializeShadowStack } from "../parts/shadow-stack.ts";

const defaultMinimum = 4 * 1024 * 1024;

/** Bytes allocated since the last collection, and how many may be. */
let allocated = 0;
let allowed = 0;

export function initialize(): void {
  initializeShadowStack();
  initializeLog();
  initializeOldSpace(state.heapMaximum, 0);
  initializeMarking();
  initializeReachableCheck();
  state.freePointer = 0;
  state.limit = 0;
  allocated = 0;
  setAllowed(0);
}

export function allocateSlow(_typeId: number, size: number): number {
  if (allocated + size > allowed && allocated > 0) collect();
  let object = allocateOld(size);
  if (object === 0) {
    collect();
    object = allocateOld(size);
    if (object === 0) stop(outOfMemoryStop, "the heap is at its maximum");
  }
  allocated += size;
  declareObject(object, size);
  return object;
}

export function collect(): void {
  const started = clockNanoseconds();
  logBegin(collectDoneSection);
  logLine(collectDoneSection, objectsBeforeLine, markedBytes + allocated);
  markAndSweep();
  logLine(collectDoneSection, markedLine, markedBytes);
  logEnd(collectDoneSection);
  if (state.gcCheck !== 0) checkCells(0, 0, true);
  allocated = 0;
  setAllowed(markedBytes);
  state.collections += 1;
  state.gcNanoseconds += clockNanoseconds() - started;
}

function setAllowed(live: number): void {
  const minimum = state.heapMinimum > 0 ? state.heapMinimum : defaultMinimum;
  allowed = Math.max(mostUsed(live), minimum) - live;
  if (state.gcStress > 0) allowed = state.gcStress;
}
