/**
 * No collection: objects fill one chunk after the other.
 *
 *   | object | object | object |   free   |      | object | …
 *                              ^          ^
 *                         freePointer   limit
 */
import { declareObject, poison, reserveSpace, state, stop } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";

/** The system gives memory only to pages that are touched, so a big chunk costs nothing. */
const chunkBytes = 32 * 1024 * 1024;

/** Bytes that may still be reserved. */
let left = 0;

export function initialize(): void {
  left = state.heapMaximum > 0 ? state.heapMaximum : Number.MAX_SAFE_INTEGER;
  state.freePointer = 0;
  state.limit = 0;
}

export function allocateSlow(_typeId: number, size: number): number {
  if (size > chunkBytes) {
    const large = reserve(size);
    declareObject(large, size);
    return large;
  }
  const bytes = Math.max(Math.min(chunkBytes, left), size);
  const chunk = reserve(bytes);
  state.freePointer = chunk + size;
  state.limit = chunk + bytes;
  return chunk;
}

export function collect(): void {
  // Nothing is ever given back.
}

function reserve(bytes: number): number {
  if (bytes > left) stop(outOfMemoryStop, "the heap is at its maximum");
  left -= bytes;
  const chunk = reserveSpace(bytes);
  if (chunk === 0) stop(outOfMemoryStop, "the system has no more memory");
  poison(chunk, bytes);
  return chunk;
}
