/**
 * Marking: each object that a root leads to gets its mark bit. Objects that are marked but whose fields were not looked
 * at yet stand on a stack, so that no list is too long; of an array with many references a part is looked at in
 * one go, so that no step takes long:
 *
 *   stack | object | object | next item | array + 1 | end | first item | array + 2 |
 */
import { hasWeakFields } from "../../graph/type-info-layout.ts";
import {
  allocateBytes,
  clearBytes,
  load32,
  loadInt64,
  loadWord,
  prefetch,
  state,
  stop,
  storeInt64,
  wordSize,
} from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { clear, isEmpty, newStack, pop, push } from "./address-stack.ts";
import { heapEnd, heapStart } from "./blocks.ts";
import { isMarked, prefetchMark, setMark } from "./mark-bits.ts";
import { beginSweep, sweepSome } from "./old-space.ts";
import { isLocalObject, rootSize } from "./shadow-stack.ts";
import {
  fieldOffset,
  firstItem,
  hasReferenceItems,
  itemCount,
  objectSize,
  referenceFields,
  typeFlags,
  typeOf,
  valueFields,
} from "./type-tables.ts";
import { endTrace, initializeWeak } from "./weak.ts";

/** Items of an array that are looked at in one go. */
const itemsAtOnce = 1024;
/** Places of the queue; items of an array whose mark bits memory is told of ahead. */
const queueBytes = 8 * 8;
const itemsAhead = 8;
const everything = Number.MAX_SAFE_INTEGER;
/** An object without references is not looked at for nothing either. */
const leastLook = 16;

/** Marked objects whose fields are to be looked at. */
let toMark = 0;
/**
 * Objects on their way from the stack to being looked at: memory is told of each when it comes in, and each waits for so
 * many others. (Cher, Hosking and Vitek 2004: "Software prefetching for mark-sweep garbage collection".)
 */
let queue = 0;
let queueAt = 0;
let queued = 0;
/** Marked objects with weak fields. */
let weakHolders = 0;
/** A mark is going on: what becomes old must be marked. */
export let marking = false;
/** Bytes of the objects whose fields this mark has looked at. */
export let markedBytes = 0;
/** Bytes that this mark has looked at, some of them more than once: what a budget of work is counted in. */
let lookedAt = 0;

export function initializeMarking(): void {
  toMark = newStack();
  queue = allocateBytes(queueBytes);
  if (queue === 0) stop(outOfMemoryStop, "the system has no more memory");
  clearQueue();
  weakHolders = newStack();
  initializeWeak();
  marking = false;
  markedBytes = 0;
  lookedAt = 0;
}

export function beginMark(): void {
  markedBytes = 0;
  lookedAt = 0;
  marking = true;
  clear(toMark);
  clear(weakHolders);
  clearQueue();
}

function clearQueue(): void {
  clearBytes(queue, queueBytes);
  queueAt = 0;
  queued = 0;
}

/** Nothing is left to mark. */
export function endMark(): void {
  endTrace(weakHolders, placeOfMarked, keepReferences, keepMarked);
  marking = false;
}

function placeOfMarked(word: number): number {
  return word >= heapStart && word < heapEnd && !isMarked(word) ? 0 : word;
}

function keepReferences(object: number): void {
  markFields(object);
  // The object itself counts when it is kept.
  markedBytes -= objectSize(object);
  markSome(everything);
}

function keepMarked(object: number): void {
  markWord(object);
  markSome(everything);
}

/** A whole mark and sweep. */
export function markAndSweep(): void {
  beginMark();
  markRoots();
  markSome(everything);
  endMark();
  beginSweep();
  sweepSome(everything);
}

export function markRoots(): void {
  for (let slot = state.rootBase; slot < state.rootTop; slot += rootSize) {
    const word = loadInt64(slot);
    if (isLocalObject(word)) markReferences(word);
    else markWord(word);
  }
  for (let i = 0; i < state.staticRootCount; i++) markWord(loadInt64(load32(state.staticRoots + i * 4)));
}

/** A reference, a value or null. */
export function markWord(word: number): void {
  if (word >= heapStart && word < heapEnd && setMark(word)) pushMarked(word);
}

/** The fields of a marked object are to be looked at. */
export function pushMarked(object: number): void {
  push(toMark, object);
}

/** The fields of a marked object changed: they are to be looked at again. */
export function markAgain(object: number): void {
  markedBytes -= objectSize(object);
  push(toMark, object);
}

/** The items [from, end) of a marked array changed. */
export function markItemsAgain(array: number, from: number, end: number): void {
  push(toMark, end);
  push(toMark, from);
  push(toMark, array + 2);
}

/** Looks at fields until that makes `budget` bytes, or nothing is left: then true. */
export function markSome(budget: number): boolean {
  const enough = lookedAt + budget;
  while (lookedAt < enough) {
    if (isEmpty(toMark)) {
      if (queued === 0) return true;
      markNext(0);
      continue;
    }
    const entry = pop(toMark);
    if ((entry & 3) === 0) markNext(entry);
    else if ((entry & 1) !== 0) markItems(entry - 1, pop(toMark));
    else markItemRange(entry - 2, pop(toMark), pop(toMark));
  }
  return queued === 0 && isEmpty(toMark);
}

/** An object, or 0, comes into the queue; the one that has waited longest is looked at. */
function markNext(object: number): void {
  const place = queue + queueAt;
  const next = loadInt64(place);
  storeInt64(place, object);
  queueAt = (queueAt + 8) & (queueBytes - 1);
  if (object !== 0) {
    prefetch(object);
    queued += 1;
  }
  if (next === 0) return;
  queued -= 1;
  markFields(next);
}

/** Gives the number of fields. */
function markReferences(object: number): number {
  const type = typeOf(object);
  const references = referenceFields(type);
  const fields = references + valueFields(type);
  for (let i = 0; i < references; i++) markWord(loadWord(object + fieldOffset(type, i)));
  for (let i = references; i < fields; i++) markWord(loadInt64(object + fieldOffset(type, i)));
  return fields;
}

function markFields(object: number): void {
  const fields = markReferences(object);
  const flags = typeFlags(typeOf(object));
  if (flags !== 0) {
    if ((flags & hasWeakFields) !== 0) push(weakHolders, object);
    else markItems(object, 0);
  }
  markedBytes += objectSize(object);
  lookedAt += fields * 8 + leastLook;
}

function markItems(object: number, from: number): void {
  const type = typeOf(object);
  const count = itemCount(object, type);
  let end = count;
  if (count - from > itemsAtOnce) {
    end = from + itemsAtOnce;
    push(toMark, end);
    push(toMark, object + 1);
  }
  markItemRange(object, from, end);
}

function prefetchMarkOf(word: number): void {
  if (word >= heapStart && word < heapEnd) prefetchMark(word);
}

/** Marks what the items [from, end) of an array refer to. */
function markItemRange(object: number, from: number, end: number): void {
  const type = typeOf(object);
  const items = firstItem(object, type);
  lookedAt += (end - from) * 8;
  if (hasReferenceItems(type)) {
    const size = wordSize();
    const last = items + end * size;
    for (let item = items + from * size; item < last; item += size) {
      const ahead = item + itemsAhead * size;
      if (ahead < last) prefetchMarkOf(loadWord(ahead));
      markWord(loadWord(item));
    }
  } else {
    const last = items + end * 8;
    for (let item = items + from * 8; item < last; item += 8) {
      const ahead = item + itemsAhead * 8;
      if (ahead < last) prefetchMarkOf(loadInt64(ahead));
      markWord(loadInt64(item));
    }
  }
}
