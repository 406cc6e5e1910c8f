/**
 * `--gc-check`: after a collection, walks a heap whose objects stand side by side and makes sure that each
 * reference leads to the start of an object. It shares with the collectors the type tables, no more.
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
  wordSize,
} from "../../memory/memory.ts";
import { internalStop, outOfMemoryStop } from "../../source/stop-codes.ts";
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

let heapStart = 0;
let heapEnd = 0;
let staleStart = 0;
let staleEnd = 0;
/** A byte for each 8 of the heap: 1 where an object starts. */
let starts = 0;

/** Verifies the heap [start, end) and that nothing refers to [stale, staleLimit), which was given up. */
export function checkHeap(start: number, end: number, stale: number, staleLimit: number): void {
  heapStart = start;
  heapEnd = end;
  staleStart = stale;
  staleEnd = staleLimit;
  const places = Math.floor((end - start) / objectAlignment) + 1;
  starts = allocateBytes(places);
  if (starts === 0) stop(outOfMemoryStop, "no memory for the heap check");
  clearBytes(starts, places);
  markStarts();
  checkRoots();
  for (let object = heapStart; object < heapEnd; object += objectSize(object)) checkFields(object);
  freeBytes(starts);
}

function markStarts(): void {
  let object = heapStart;
  while (object < heapEnd) {
    store8(placeOf(object), 1);
    const size = objectSize(object);
    if (size === 0 || size % objectAlignment !== 0)
      stop(internalStop, "heap check: an object with a bad header");
    object += size;
  }
  if (object !== heapEnd) stop(internalStop, "heap check: the last object does not end with the heap");
}

function checkRoots(): void {
  for (let slot = state.rootBase; slot < state.rootTop; slot += rootSize) checkWord(loadInt64(slot));
  for (let i = 0; i < state.staticRootCount; i++) checkWord(loadInt64(load32(state.staticRoots + i * 4)));
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

/** Null, a number in a value, or a static or managed object is none of our business. */
function checkWord(word: number): void {
  if (word >= staleStart && word < staleEnd) {
    stop(internalStop, "heap check: a reference to the space that was given up");
  }
  if (word < heapStart || word >= heapEnd) return;
  if (word % objectAlignment !== 0 || load8(placeOf(word)) === 0) {
    stop(internalStop, "heap check: a reference into the middle of an object");
  }
}

function placeOf(address: number): number {
  return starts + Math.floor((address - heapStart) / objectAlignment);
}
