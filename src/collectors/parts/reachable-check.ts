/**
 * `--gc-check` for a heap of cells: walks everything that the roots lead to, with bits and a stack of its own, and makes
 * sure that each reference leads to an object that fits its cell. It shares with the collectors the type tables and the
 * blocks, no marks.
 */
import {
  allocateBytes,
  clearBytes,
  freeBytes,
  load8,
  load32,
  loadInt64,
  loadWord,
  state,
  stop,
  store8,
  storeInt64,
  wordSize,
} from "../../memory/memory.ts";
import { internalStop, outOfMemoryStop } from "../../source/stop-codes.ts";
import { heapEnd, heapStart, isObjectPlace, usedEnd, wasLive } from "./old-space.ts";
import { rootSize } from "./shadow-stack.ts";
import {
  fieldOffset,
  firstItem,
  hasReferenceItems,
  hasValueItems,
  itemCount,
  objectSize,
  referenceFields,
  typeOf,
  valueFields,
} from "./type-tables.ts";

/** A byte for each place where an object can start: `stamp` if this check has met it. */
let seen = 0;
let stamp = 0;
/** Objects whose fields are still to be looked at. */
let stack = 0;
let top = 0;
/** How many places the two tables have room for; they stay for the next check. */
let room = 0;
let staleStart = 0;
let staleEnd = 0;
let mustBeLive = false;

/**
 * Verifies all that is reachable. Nothing may lead to [stale, staleLimit), which was given up; after a full collection
 * every object must have been found by it (`complete`).
 */
export function checkReachable(stale: number, staleLimit: number, complete: boolean): void {
  staleStart = stale;
  staleEnd = staleLimit;
  mustBeLive = complete;
  prepareTables(Math.floor((usedEnd() - heapStart) / 8) + 1);
  top = stack;
  for (let slot = state.rootBase; slot < state.rootTop; slot += rootSize) checkWord(loadInt64(slot));
  for (let i = 0; i < state.staticRootCount; i++) checkWord(loadInt64(load32(state.staticRoots + i * 4)));
  while (top > stack) {
    top -= 8;
    checkFields(loadInt64(top));
  }
}

export function initializeReachableCheck(): void {
  room = 0;
}

function prepareTables(places: number): void {
  stamp += 1;
  if (places <= room && stamp < 256) return;
  if (room > 0) {
    freeBytes(seen);
    freeBytes(stack);
  }
  room = 2 * places;
  stamp = 1;
  seen = allocateBytes(room);
  stack = allocateBytes(room * 8);
  if (seen === 0 || stack === 0) stop(outOfMemoryStop, "no memory for the heap check");
  clearBytes(seen, room);
}

function checkFields(object: number): void {
  const type = typeOf(object);
  const references = referenceFields(type);
  const fields = references + valueFields(type);
  for (let i = 0; i < references; i++) checkWord(loadWord(object + fieldOffset(type, i)));
  for (let i = references; i < fields; i++) checkWord(loadInt64(object + fieldOffset(type, i)));
  const items = firstItem(object, type);
  if (hasReferenceItems(type)) {
    for (let i = 0; i < itemCount(object, type); i++) checkWord(loadWord(items + i * wordSize()));
  }
  if (hasValueItems(type)) {
    for (let i = 0; i < itemCount(object, type); i++) checkWord(loadInt64(items + i * 8));
  }
}

function checkWord(word: number): void {
  if (word >= staleStart && word < staleEnd) {
    stop(internalStop, "heap check: a reference to the space that was given up");
  }
  if (word < heapStart || word >= heapEnd) return;
  if (word >= usedEnd() || word % 8 !== 0) stop(internalStop, "heap check: a reference to no object");
  if (typeOf(word) === 0) stop(internalStop, "heap check: a reference to an object that was freed");
  if (!isObjectPlace(word, objectSize(word))) {
    stop(internalStop, "heap check: a reference into the middle of an object");
  }
  const place = seen + Math.floor((word - heapStart) / 8);
  if (load8(place) === stamp) return;
  store8(place, stamp);
  if (mustBeLive && !wasLive(word)) stop(internalStop, "heap check: a live object was not marked");
  storeInt64(top, word);
  top += 8;
}
