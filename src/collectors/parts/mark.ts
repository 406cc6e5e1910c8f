/**
 * Marking: each object that a root leads to gets its mark bit. Objects that are marked but whose fields were not looked
 * at yet stand on a stack, so that no list is too long; of an array with many references a part is looked at in
 * one go, so that no step takes long:
 *
 *   stack | object | object | next item | array + 1 |
 */
import { load32, loadInt64, loadWord, state, stop, storeInt64, wordSize } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { heapEnd, heapStart, setMark } from "./old-space.ts";
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

/** Items of an array that are looked at in one go. */
const itemsAtOnce = 1024;

let stackBase = 0;
let stackTop = 0;
let stackEnd = 0;

/** Bytes of the objects whose fields this mark has looked at. */
export let markedBytes = 0;

export function initializeMarkStack(start: number, end: number): void {
  stackBase = start;
  stackTop = start;
  stackEnd = end;
}

export function beginMark(): void {
  markedBytes = 0;
  stackTop = stackBase;
}

export function markRoots(): void {
  for (let slot = state.rootBase; slot < state.rootTop; slot += rootSize) markWord(loadInt64(slot));
  for (let i = 0; i < state.staticRootCount; i++) markWord(loadInt64(load32(state.staticRoots + i * 4)));
}

/** A reference, a value or null. */
export function markWord(word: number): void {
  if (word >= heapStart && word < heapEnd && setMark(word)) pushMarked(word);
}

/** The fields of a marked object are to be looked at, once more if they changed. */
export function pushMarked(object: number): void {
  if (stackTop === stackEnd) stop(outOfMemoryStop, "the mark stack is full");
  storeInt64(stackTop, object);
  stackTop += 8;
}

/** Looks at fields until that makes `budget` bytes, or nothing is left: then true. */
export function markSome(budget: number): boolean {
  const enough = markedBytes + budget;
  while (stackTop > stackBase) {
    if (markedBytes >= enough) return false;
    stackTop -= 8;
    const entry = loadInt64(stackTop);
    if ((entry & 1) === 0) markFields(entry);
    else {
      stackTop -= 8;
      markItems(entry - 1, loadInt64(stackTop));
    }
  }
  return true;
}

function markFields(object: number): void {
  const type = typeOf(object);
  const references = referenceFields(type);
  const fields = references + valueFields(type);
  for (let i = 0; i < references; i++) markWord(loadWord(object + fieldOffset(type, i)));
  for (let i = references; i < fields; i++) markWord(loadInt64(object + fieldOffset(type, i)));
  if (hasReferenceItems(type) || hasValueItems(type)) markItems(object, 0);
  markedBytes += objectSize(object);
}

function markItems(object: number, from: number): void {
  const type = typeOf(object);
  const count = itemCount(object, type);
  let end = count;
  if (count - from > itemsAtOnce) {
    end = from + itemsAtOnce;
    pushMarked(end);
    pushMarked(object + 1);
  }
  const items = firstItem(object, type);
  if (hasReferenceItems(type)) {
    for (let i = from; i < end; i++) markWord(loadWord(items + i * wordSize()));
  } else {
    for (let i = from; i < end; i++) markWord(loadInt64(items + i * 8));
  }
}
