/**
 * Marking: each object that a root leads to gets its mark bit. Objects that are marked but whose fields were not looked
 * at yet stand on a stack, so that no list is too long; of an array with many references a part is looked at in
 * one go, so that no step takes long:
 *
 *   stack | object | object | next item | array + 1 | end | first item | array + 2 |
 */
import { hasWeakFields } from "../../graph/type-info-layout.ts";
import { load32, loadInt64, loadWord, state, wordSize } from "../../memory/memory.ts";
import { clear, isEmpty, newStack, pop, push } from "./address-stack.ts";
import { heapEnd, heapStart } from "./blocks.ts";
import { isMarked, setMark } from "./mark-bits.ts";
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
import { endTrace, initializeWeak, noteIfWeak } from "./weak.ts";

/** Items of an array that are looked at in one go. */
const itemsAtOnce = 1024;
const everything = Number.MAX_SAFE_INTEGER;
/** An object without references is not looked at for nothing either. */
const leastLook = 16;

/** Marked objects whose fields are to be looked at. */
let toMark = 0;
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
  markSome(everything);
}

function keepMarked(object: number): void {
  setMark(object);
  noteIfWeak(object, weakHolders);
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
  while (!isEmpty(toMark)) {
    if (lookedAt >= enough) return false;
    const entry = pop(toMark);
    if ((entry & 3) === 0) markFields(entry);
    else if ((entry & 1) !== 0) markItems(entry - 1, pop(toMark));
    else markItemRange(entry - 2, pop(toMark), pop(toMark));
  }
  return true;
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

/** Marks what the items [from, end) of an array refer to. */
function markItemRange(object: number, from: number, end: number): void {
  const type = typeOf(object);
  const items = firstItem(object, type);
  lookedAt += (end - from) * 8;
  if (hasReferenceItems(type)) {
    for (let i = from; i < end; i++) markWord(loadWord(items + i * wordSize()));
  } else {
    for (let i = from; i < end; i++) markWord(loadInt64(items + i * 8));
  }
}
