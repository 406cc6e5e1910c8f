/**
 * `--gc-check`: walks everything that the roots lead to, with a table and a stack of its own, and makes sure that each
 * reference leads to an object. It shares with the collectors the type tables, no marks; what an object is in a heap of
 * that kind says a function.
 */
import { objectAlignment } from "../../graph/type-info-layout.ts";
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
import { isLocalObject, rootSize } from "./shadow-stack.ts";
import {
  fieldOffset,
  firstItem,
  hasReferenceItems,
  hasValueItems,
  itemCount,
  referenceFields,
  typeOf,
  valueFields,
  weakReferenceFields,
  weakValueFields,
} from "./type-tables.ts";

/** A byte for each place where an object can start: `stamp` if this check has met it. */
let seen = 0;
let stamp = 0;
/** Objects whose fields are still to be looked at. */
let stack = 0;
let top = 0;
/** How many places the two tables have room for; they stay for the next check. */
let room = 0;

let heapStart = 0;
let usedEnd = 0;
let heapEnd = 0;
let staleStart = 0;
let staleEnd = 0;

/** For a collector's `initialize`. */
export function initializeReachableCheck(): void {
  room = 0;
}

/**
 * A heap from `start` to `end`, of which no more than `[start, used)` has objects, is to be verified, and that nothing
 * leads to [stale, staleLimit), which was given up.
 */
export function beginCheck(
  start: number,
  used: number,
  end: number,
  stale: number,
  staleLimit: number,
): void {
  heapStart = start;
  usedEnd = used;
  heapEnd = end;
  staleStart = stale;
  staleEnd = staleLimit;
  prepareTables(Math.floor((used - start) / objectAlignment) + 1);
}

/** `checkObject` is called once for each reachable object, and stops where the heap has none. */
export function checkReachable(checkObject: (object: number) => void): void {
  top = stack;
  checkRoots();
  while (top > stack) {
    top -= 8;
    const object = loadInt64(top);
    checkObject(object);
    checkFields(object);
  }
}

/** What a reference must not lead to, in a heap of any kind. */
export function stopInside(): never {
  stop(internalStop, "heap check: a reference into the middle of an object");
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

function checkRoots(): void {
  for (let slot = state.rootBase; slot < state.rootTop; slot += rootSize) {
    const word = loadInt64(slot);
    if (isLocalObject(word)) checkFields(word);
    else checkWord(word);
  }
  for (let i = 0; i < state.staticRootCount; i++) checkWord(loadInt64(load32(state.staticRoots + i * 4)));
}

function checkFields(object: number): void {
  const type = typeOf(object);
  const references = referenceFields(type);
  const fields = references + valueFields(type);
  // What a weak field leads to is an object as well, or it would have been cleared.
  const weak = fields + weakReferenceFields(type);
  const all = weak + weakValueFields(type);
  for (let i = 0; i < references; i++) checkWord(loadWord(object + fieldOffset(type, i)));
  for (let i = references; i < fields; i++) checkWord(loadInt64(object + fieldOffset(type, i)));
  for (let i = fields; i < weak; i++) checkWord(loadWord(object + fieldOffset(type, i)));
  for (let i = weak; i < all; i++) checkWord(loadInt64(object + fieldOffset(type, i)));
  const items = firstItem(object, type);
  if (hasReferenceItems(type)) {
    for (let i = 0; i < itemCount(object, type); i++) checkWord(loadWord(items + i * wordSize()));
  }
  if (hasValueItems(type)) {
    for (let i = 0; i < itemCount(object, type); i++) checkWord(loadInt64(items + i * 8));
  }
}

/** Null, a number in a value, or a static or managed object is none of our business. */
function checkWord(word: number): void {
  if (word >= staleStart && word < staleEnd) {
    stop(internalStop, "heap check: a reference to the space that was given up");
  }
  if (word < heapStart || word >= heapEnd) return;
  if (word >= usedEnd) stop(internalStop, "heap check: a reference to no object");
  if (word % objectAlignment !== 0) stopInside();
  const place = seen + Math.floor((word - heapStart) / objectAlignment);
  if (load8(place) === stamp) return;
  store8(place, stamp);
  storeInt64(top, word);
  top += 8;
}
