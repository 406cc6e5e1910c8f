/** `--gc-check` for a heap whose objects stand side by side: from its start to its end there must be one after the other. */

import { objectAlignment } from "../../graph/type-info-layout.ts";
import { allocateBytes, clearBytes, freeBytes, load8, stop, store8 } from "../../memory/memory.ts";
import { internalStop, outOfMemoryStop } from "../../source/stop-codes.ts";
import { beginCheck, checkReachable, stopInside } from "./reachable-check.ts";
import { objectSize } from "./type-tables.ts";

let heapStart = 0;
/** A byte for each 8 of the heap: 1 where an object starts. */
let starts = 0;

/** Verifies the heap [start, end) and that nothing refers to [stale, staleLimit), which was given up. */
export function checkSpace(start: number, end: number, stale: number, staleLimit: number): void {
  heapStart = start;
  const places = Math.floor((end - start) / objectAlignment) + 1;
  starts = allocateBytes(places);
  if (starts === 0) stop(outOfMemoryStop, "no memory for the heap check");
  clearBytes(starts, places);
  markStarts(end);
  beginCheck(start, end, end, stale, staleLimit);
  checkReachable(checkStart);
  freeBytes(starts);
}

function markStarts(end: number): void {
  let object = heapStart;
  while (object < end) {
    store8(placeOf(object), 1);
    const size = objectSize(object);
    if (size === 0 || size % objectAlignment !== 0)
      stop(internalStop, "heap check: an object with a bad header");
    object += size;
  }
  if (object !== end) stop(internalStop, "heap check: the last object does not end with the heap");
}

function checkStart(object: number): void {
  if (load8(placeOf(object)) === 0) stopInside();
}

function placeOf(address: number): number {
  return starts + Math.floor((address - heapStart) / objectAlignment);
}
