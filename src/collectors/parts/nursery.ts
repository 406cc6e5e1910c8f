/**
 * The young generation: objects are born side by side in a small space, and when it is full those that live move to the
 * old space, where they stay; the garbage, most of them, is never looked at.
 *
 *   nurseryStart | objects … | free | nurseryStart + nurserySize
 *                            ^      ^
 *                     freePointer limit
 *
 * The roots of a minor collection are all roots, the old objects that were written to since the last one (remembered
 * by the write barrier), and the marked cards of large arrays.
 *
 * Large objects never move. They are born in the old space and are young until a minor collection meets them.
 */
import { collectorWordOffset, hasWeakFields, headerSize } from "../../graph/type-info-layout.ts";
import {
  copyBytes,
  declareObject,
  discardSpace,
  load32,
  loadWord,
  poison,
  protectSpace,
  reserveSpace,
  state,
  stop,
  store32,
  storeWord,
  unprotectSpace,
} from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { endOfEntries, firstEntry, isEmpty, newStack, pop, push } from "./address-stack.ts";
import { heapEnd, heapStart } from "./blocks.ts";
import { cardEntryBytes, clearCards, markCards, takeMarkedItems } from "./cards.ts";
import { forwarded, hasCards, tracked } from "./header-flags.ts";
import { markAgain, markItemsAgain, marking, pushMarked } from "./mark.ts";
import { isMarked, setMark } from "./mark-bits.ts";
import {
  allocateLarge,
  allocateOld,
  becomesOldLarge,
  freeIfYoungLarge,
  isYoungLarge,
  setYoungLarge,
} from "./old-space.ts";
import { remember, takeRemembered } from "./remembered.ts";
import { largestCell } from "./size-classes.ts";
import {
  hasPointers,
  hasReferenceItems,
  hasValueItems,
  objectSize,
  typeFlags,
  typeOf,
} from "./type-tables.ts";
import { setMovingRange, updateFields, updateItems } from "./update-slots.ts";
import { endTrace, noteIfWeak } from "./weak.ts";
import { initializeYoungRoots, updateYoungRoots } from "./young-roots.ts";

export let nurseryStart = 0;
/** Bytes in use of the nursery; more are reserved. */
export let nurserySize = 0;
let largestNursery = 0;
/** Under `gcDebug` so many nurseries take turns: an address comes back only after long. */
const nurseriesInTurn = 16;
/** A nursery of this size gives memory back when it shrinks: the pages of a smaller one are sooner used again than found. */
const discardedFrom = 1024 * 1024;
let firstNursery = 0;
let turn = 0;

/** References into [youngStart, youngEnd) are followed: the nursery, and young large objects if there are some. */
let youngStart = 0;
let youngEnd = 0;

/** The marked cards of large arrays (parts/cards.ts). */
let carded = 0;
/**
 * With more bytes of them the next allocation collects, although the nursery is not full: each card is a place of its own in
 * memory, which takes a microsecond where no cache has it.
 */
const mostCarded = 4096 * cardEntryBytes;
/** Large objects born since the last minor collection, and their bytes. */
let youngLarge = 0;
export let youngLargeBytes = 0;
/** Objects that became old, whose fields may still lead to young ones. */
let promoted = 0;
/** Those of them that have weak fields. */
let weakHolders = 0;
/** Bytes that became old in the last minor collection. */
export let promotedBytes = 0;

export function initializeNursery(size: number, largest: number): void {
  largestNursery = largest;
  nurserySize = size;
  firstNursery = reserveSpace(state.gcDebug !== 0 ? largest * nurseriesInTurn : largest);
  nurseryStart = firstNursery;
  turn = 0;
  if (nurseryStart === 0) stop(outOfMemoryStop, "no memory for the nursery");
  poison(nurseryStart, largest);
  carded = newStack();
  youngLarge = newStack();
  promoted = newStack();
  weakHolders = newStack();
  youngLargeBytes = 0;
  promotedBytes = 0;
  initializeYoungRoots();
  emptyNursery();
}

/** The empty nursery has `size` bytes from now on. */
export function resizeNursery(size: number): void {
  const before = nurserySize;
  nurserySize = Math.min(size, largestNursery);
  if (before >= discardedFrom && nurserySize < before) {
    discardSpace(nurseryStart + nurserySize, before - nurserySize);
  }
  emptyNursery();
}

function emptyNursery(): void {
  youngStart = nurseryStart;
  youngEnd = nurseryStart + nurserySize;
  state.freePointer = nurseryStart;
  setLimit();
}

/** Allocation goes on until the nursery is full or, under stress, for so many bytes. */
function setLimit(): void {
  state.limit = nurseryStart + nurserySize;
  if (state.gcStress > 0 && state.gcStress < state.limit - state.freePointer) {
    state.limit = state.freePointer + state.gcStress;
  }
}

/** Memory for a small object from the nursery, which was just emptied. */
export function allocateInEmptyNursery(size: number): number {
  const object = state.freePointer;
  state.freePointer = object + size;
  if (state.limit < state.freePointer) state.limit = state.freePointer;
  return object;
}

/** Memory for a large object; 0 if there is none. */
export function allocateYoungLarge(size: number): number {
  const object = allocateLarge(size);
  if (object === 0) return 0;
  declareObject(object, size);
  setYoungLarge(object);
  push(youngLarge, object);
  youngLargeBytes += size;
  if (object < youngStart) youngStart = object;
  if (object >= youngEnd) youngEnd = object + 1;
  return object;
}

/** The items [from, end) are about to be written. */
export function rememberItems(array: number, from: number, end: number): void {
  if ((load32(array + collectorWordOffset) & hasCards) === 0) remember(array);
  else if (from < end) {
    markCards(array, from, end, carded);
    if (endOfEntries(carded) - firstEntry(carded) > mostCarded) state.limit = nurseryStart;
  }
}

// The minor collection.

/** Moves all young objects that live to the old space. */
export function collectNursery(): void {
  promotedBytes = 0;
  setMovingRange(youngStart, youngEnd);
  updateYoungRoots(oldPlace);
  takeRemembered(updateRemembered);
  takeMarkedItems(carded, updateCarded);
  updatePromoted();
  endTrace(weakHolders, placeOfYoung, keepReferences, keepYoung);
  endYoungLarge();
  poison(nurseryStart, nurserySize);
  if (state.gcDebug !== 0) takeNextNursery();
  emptyNursery();
}

/** What still leads into the emptied nursery is found at its first use. */
function takeNextNursery(): void {
  protectSpace(nurseryStart, largestNursery);
  turn = turn + 1 < nurseriesInTurn ? turn + 1 : 0;
  nurseryStart = firstNursery + turn * largestNursery;
  unprotectSpace(nurseryStart, largestNursery);
}

function updateRemembered(object: number): void {
  updateFields(object, oldPlace);
  noteIfWeak(object, weakHolders);
  // A mark may have seen it as it was before.
  if (marking && isMarked(object)) markAgain(object);
}

/** The items of a marked card. */
function updateCarded(array: number, from: number, end: number): void {
  updateItems(array, from, end, oldPlace);
  if (marking && isMarked(array)) markItemsAgain(array, from, end);
}

function updatePromoted(): void {
  while (!isEmpty(promoted)) updateFields(pop(promoted), oldPlace);
}

/** Where what a weak field leads to stands now; 0 if it is young and nothing else has led to it. */
function placeOfYoung(word: number): number {
  if (word >= nurseryStart && word < nurseryStart + nurserySize) {
    return (load32(word + collectorWordOffset) & forwarded) !== 0 ? loadWord(word + headerSize) : 0;
  }
  return word >= youngStart && word < youngEnd && isYoungLarge(word) ? 0 : word;
}

function keepReferences(object: number): void {
  updateFields(object, oldPlace);
  updatePromoted();
}

function keepYoung(object: number): void {
  oldPlace(object);
  updatePromoted();
}

/** Where an object stands from now on, old. */
function oldPlace(object: number): number {
  if (object >= nurseryStart && object < nurseryStart + nurserySize) return promote(object);
  if (object >= heapStart && object < heapEnd && becomesOldLarge(object)) {
    becameOld(object, objectSize(object));
  }
  return object;
}

function promote(object: number): number {
  const word = load32(object + collectorWordOffset);
  if ((word & forwarded) !== 0) return loadWord(object + headerSize);
  const size = objectSize(object);
  const copy = allocateOld(size);
  if (copy === 0) stop(outOfMemoryStop, "the heap is at its maximum");
  declareObject(copy, size);
  copyBytes(copy, object, size);
  store32(object + collectorWordOffset, word | forwarded);
  storeWord(object + headerSize, copy);
  becameOld(copy, size);
  return copy;
}

function becameOld(object: number, size: number): void {
  promotedBytes += size;
  const type = typeOf(object);
  // Writes into objects without references are no news.
  if (hasPointers(type)) {
    const withCards = size > largestCell && (hasReferenceItems(type) || hasValueItems(type));
    if (withCards) clearCards(object, size);
    const flags = withCards ? tracked | hasCards : tracked;
    store32(object + collectorWordOffset, load32(object + collectorWordOffset) | flags);
    push(promoted, object);
  }
  if ((typeFlags(type) & hasWeakFields) !== 0) push(weakHolders, object);
  if (!marking) return;
  setMark(object);
  pushMarked(object);
}

/** Large objects that nobody led to are free again. */
function endYoungLarge(): void {
  while (!isEmpty(youngLarge)) freeIfYoungLarge(pop(youngLarge));
  youngLargeBytes = 0;
}
