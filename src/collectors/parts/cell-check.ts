/** `--gc-check` for a heap of cells (parts/old-space.ts): each reference must lead to an object that fits its cell. */
import { stop } from "../../memory/memory.ts";
import { internalStop } from "../../source/stop-codes.ts";
import { heapEnd, heapStart, usedEnd } from "./blocks.ts";
import { wasLive } from "./mark-bits.ts";
import { isObjectPlace } from "./old-space.ts";
import { beginCheck, checkReachable, stopInside } from "./reachable-check.ts";
import { objectSize, typeOf } from "./type-tables.ts";

let mustBeLive = false;

/**
 * Verifies all that is reachable. Nothing may lead to [stale, staleLimit), which was given up; after a full collection
 * every object must have been found by it (`complete`).
 */
export function checkCells(stale: number, staleLimit: number, complete: boolean): void {
  mustBeLive = complete;
  beginCheck(heapStart, usedEnd(), heapEnd, stale, staleLimit);
  checkReachable(checkCell);
}

function checkCell(object: number): void {
  if (typeOf(object) === 0) stop(internalStop, "heap check: a reference to an object that was freed");
  if (!isObjectPlace(object, objectSize(object))) stopInside();
  if (mustBeLive && !wasLive(object)) stop(internalStop, "heap check: a live object was not marked");
}
