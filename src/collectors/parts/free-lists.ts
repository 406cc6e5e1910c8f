/** Cells of the old space that were freed one by one: a stack for each size class. */
import { allocateBytes, loadInt64, stop, storeInt64 } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { isEmpty, newStack, pop, push } from "./address-stack.ts";
import { freeLargeObject } from "./old-space.ts";
import { largestCell, sizeClassCount, sizeClassOf } from "./size-classes.ts";

let stacks = 0;

export function initializeFreeLists(): void {
  stacks = allocateBytes(sizeClassCount * 8);
  if (stacks === 0) stop(outOfMemoryStop, "the system has no more memory");
  for (let i = 0; i < sizeClassCount; i++) storeInt64(stacks + i * 8, newStack());
}

/** A cell that was freed, 0 if there is none of that size. */
export function allocateFreed(size: number): number {
  if (size > largestCell) return 0;
  const stack = loadInt64(stacks + sizeClassOf(size) * 8);
  return isEmpty(stack) ? 0 : pop(stack);
}

export function freeForReuse(object: number, size: number): void {
  if (size > largestCell) freeLargeObject(object);
  else push(loadInt64(stacks + sizeClassOf(size) * 8), object);
}
