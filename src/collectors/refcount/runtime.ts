/**
 * Deutsch and Bobrow 1976: "An efficient, incremental, automatic garbage collector".
 *
 * An object counts the references to it that stand in other objects. Those of variables are not counted: all of them are
 * borrowed, so that passing a reference on costs nothing. What has a count of 0 may therefore still be in use, and stands
 * on a list. Now and then that is looked through: what is not on the shadow stack or in a global either is freed, which
 * counts down what it refers to; that in turn comes on the list, so that no chain is too long.
 *
 *   collector's word | count (28 bits) | finalizable | dead | unlisted | rooted |
 *
 * A new object has the word 0: no references, on the list. Cycles are never freed, nor is an entry of a weak table whose
 * value leads to its key: an entry counts its value until its key has died.
 */
import { collectorWordOffset, hasWeakFields, holdsFinalizable } from "../../graph/type-info-layout.ts";
import {
  clockNanoseconds,
  declareObject,
  load32,
  loadInt64,
  loadWord,
  poison,
  state,
  stop,
  store32,
  storeInt64,
  storeWord,
  wordSize,
} from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";
import { endOfEntries, firstEntry, isEmpty, newStack, pop, push } from "../parts/address-stack.ts";
import { blocksInUse, heapEnd, heapStart } from "../parts/blocks.ts";
import { checkCells } from "../parts/cell-check.ts";
import { clearEntry, isEphemeronType } from "../parts/ephemerons.ts";
import {
  blocksInUseLine,
  collectDoneSection,
  initializeLog,
  logBegin,
  logEnd,
  logLine,
} from "../parts/log.ts";
import { clearLive, setLive } from "../parts/mark-bits.ts";
import { allocateOld, freeLargeObject, initializeOldSpace, sweepDead } from "../parts/old-space.ts";
import { initializeReachableCheck } from "../parts/reachable-check.ts";
import { initializeShadowStack, rootSize } from "../parts/shadow-stack.ts";
import { largestCell } from "../parts/size-classes.ts";
import {
  fieldOffset,
  firstItem,
  hasReferenceItems,
  hasValueItems,
  itemCount,
  keyFieldOf,
  loadWeakField,
  objectSize,
  referenceFields,
  typeFlags,
  typeOf,
  valueFields,
} from "../parts/type-tables.ts";
import { clearWeakFields, finalizableOf, initializeWeak, makeReady } from "../parts/weak.ts";

const rooted = 1;
const unlisted = 2;
const dead = 4;
const finalizable = 8;
const one = 16;
/** An object with so many references is never freed: its count may have stopped. */
const most = 0xf000_0000;

const defaultInterval = 512 * 1024;
/** Looking at the roots and at weak fields costs time as well: so many bytes are allocated for each byte of them. */
const allocatedForEachRoot = 4;

/** Blocks are looked through when a part of their bytes was freed: one in so many. */
const blocksForEachFreed = 16;

/** Objects whose count is or was 0. */
let listed = 0;
/** Those of them that are in use. */
let inUse = 0;
/** Objects that are to be freed. */
let dying = 0;
/** What the roots lead to, during a collection. */
let roots = 0;
/** All objects with weak fields; those since the last collection are new: their fields are not known to it yet. */
let weakHolders = 0;
let newWeakHolders = 0;

let allocated = 0;
let interval = 0;
/** Bytes freed since the blocks were last looked through for them. */
let freed = 0;

export function initialize(): void {
  initializeShadowStack();
  initializeLog();
  initializeOldSpace(state.heapMaximum, 0);
  initializeReachableCheck();
  initializeWeak();
  listed = newStack();
  inUse = newStack();
  dying = newStack();
  roots = newStack();
  weakHolders = newStack();
  newWeakHolders = newStack();
  state.freePointer = 0;
  state.limit = 0;
  allocated = 0;
  freed = 0;
  setInterval();
}

function setInterval(): void {
  interval = defaultInterval;
  if (state.heapMinimum > 0) interval = Math.max(1024, Math.floor(state.heapMinimum / 8));
  const looked = state.rootTop - state.rootBase + endOfEntries(weakHolders) - firstEntry(weakHolders);
  interval = Math.max(interval, looked * allocatedForEachRoot);
  if (state.gcStress > 0) interval = state.gcStress;
}

export function allocateSlow(typeId: number, size: number): number {
  if (allocated + size > interval && allocated > 0) collect();
  let object = allocate(size);
  if (object === 0) {
    collect();
    findFreed();
    object = allocate(size);
    if (object === 0) stop(outOfMemoryStop, "the heap is at its maximum");
  }
  allocated += size;
  declareObject(object, size);
  push(listed, object);
  if ((typeFlags(typeId) & hasWeakFields) !== 0) push(newWeakHolders, object);
  return object;
}

function allocate(size: number): number {
  const object = allocateOld(size);
  if (object !== 0) setLive(object);
  return object;
}

// The counts: woven code calls these before a store.

/** `word` goes into a slot of one machine word. */
export function countReference(slot: number, word: number): void {
  increment(word);
  decrement(loadWord(slot));
}

/** `word` goes into a slot of 8 bytes. */
export function countValue(slot: number, word: number): void {
  increment(word);
  decrement(loadInt64(slot));
}

/** `word` goes into a slot that held nothing yet. */
export function countFirst(word: number): void {
  increment(word);
}

/** The items [from, from + count) of one array are about to be copied over those from `to` on of another, or itself. */
export function countCopy(target: number, to: number, source: number, from: number, count: number): void {
  incrementItems(source, from, from + count);
  countClear(target, to, count);
}

/** The items [from, from + count) of an array are about to become 0. */
export function countClear(array: number, from: number, count: number): void {
  const type = typeOf(array);
  const items = firstItem(array, type);
  if (hasReferenceItems(type)) {
    for (let i = from; i < from + count; i++) decrement(loadWord(items + i * wordSize()));
  } else if (hasValueItems(type)) {
    for (let i = from; i < from + count; i++) decrement(loadInt64(items + i * 8));
  }
}

function incrementItems(array: number, from: number, end: number): void {
  const type = typeOf(array);
  const items = firstItem(array, type);
  if (hasReferenceItems(type)) {
    for (let i = from; i < end; i++) increment(loadWord(items + i * wordSize()));
  } else if (hasValueItems(type)) {
    for (let i = from; i < end; i++) increment(loadInt64(items + i * 8));
  }
}

/** Null, a number in a value, a static or a managed object lies outside of the heap. */
function increment(object: number): void {
  if (object < heapStart || object >= heapEnd) return;
  const word = load32(object + collectorWordOffset);
  if (word < most) store32(object + collectorWordOffset, word + one);
}

function decrement(object: number): void {
  if (object < heapStart || object >= heapEnd) return;
  const word = load32(object + collectorWordOffset);
  if (word >= most) return;
  store32(object + collectorWordOffset, word - one);
  if (word < 2 * one && (word & unlisted) !== 0) list(object);
}

function list(object: number): void {
  store32(object + collectorWordOffset, load32(object + collectorWordOffset) ^ unlisted);
  push(listed, object);
}

// A collection.

export function collect(): void {
  const started = clockNanoseconds();
  logBegin(collectDoneSection);
  markFinalizable();
  findRoots();
  while (!isEmpty(listed)) {
    while (!isEmpty(listed)) endListed(pop(listed));
    // Entries whose keys have died give their values back.
    updateWeakHolders();
  }
  const before = listed;
  listed = inUse;
  inUse = before;
  forgetRoots();
  freeDying();
  if (freed * blocksForEachFreed > blocksInUse()) findFreed();
  logLine(collectDoneSection, blocksInUseLine, blocksInUse());
  logEnd(collectDoneSection);
  if (state.gcCheck !== 0) checkCells(0, 0, false);
  allocated = 0;
  setInterval();
  state.collections += 1;
  state.gcNanoseconds += clockNanoseconds() - started;
}

/** New holders have got their object by now, if it has a finalizer. */
function markFinalizable(): void {
  while (!isEmpty(newWeakHolders)) {
    const holder = pop(newWeakHolders);
    push(weakHolders, holder);
    const object = isWatch(holder) ? finalizableOf(holder) : 0;
    if (object >= heapStart && object < heapEnd) {
      store32(object + collectorWordOffset, load32(object + collectorWordOffset) | finalizable);
    }
  }
}

function isWatch(holder: number): boolean {
  return (typeFlags(typeOf(holder)) & holdsFinalizable) !== 0;
}

function findRoots(): void {
  for (let slot = state.rootBase; slot < state.rootTop; slot += rootSize) setRooted(loadInt64(slot));
  for (let i = 0; i < state.staticRootCount; i++) setRooted(loadInt64(load32(state.staticRoots + i * 4)));
}

function setRooted(object: number): void {
  if (object < heapStart || object >= heapEnd) return;
  const word = load32(object + collectorWordOffset);
  if ((word & rooted) !== 0) return;
  store32(object + collectorWordOffset, word | rooted);
  push(roots, object);
}

function forgetRoots(): void {
  while (!isEmpty(roots)) {
    const object = pop(roots);
    store32(object + collectorWordOffset, load32(object + collectorWordOffset) ^ rooted);
  }
}

function endListed(object: number): void {
  const word = load32(object + collectorWordOffset);
  if (word >= one) store32(object + collectorWordOffset, word | unlisted);
  else if ((word & rooted) !== 0) push(inUse, object);
  else if ((word & finalizable) !== 0) endFinalizable(object);
  else {
    store32(object + collectorWordOffset, word | dead);
    push(dying, object);
    decrementFields(object);
  }
}

/** It lives on for its finalizer, with all that it refers to. */
function endFinalizable(object: number): void {
  const end = endOfEntries(weakHolders);
  for (let entry = firstEntry(weakHolders); entry < end; entry += 8) {
    const holder = loadInt64(entry);
    if (!isWatch(holder) || finalizableOf(holder) !== object) continue;
    makeReady(holder, object);
    store32(object + collectorWordOffset, one | unlisted);
    return;
  }
}

function decrementFields(object: number): void {
  const type = typeOf(object);
  const references = referenceFields(type);
  const fields = references + valueFields(type);
  for (let i = 0; i < references; i++) decrement(loadWord(object + fieldOffset(type, i)));
  for (let i = references; i < fields; i++) decrement(loadInt64(object + fieldOffset(type, i)));
  if (hasReferenceItems(type) || hasValueItems(type)) countClear(object, 0, itemCount(object, type));
  if (isEphemeronType(type)) decrement(loadWeakField(object, type, 1 - keyFieldOf(type)));
}

function freeDying(): void {
  while (!isEmpty(dying)) free(pop(dying));
}

function isDead(object: number): boolean {
  if (object < heapStart || object >= heapEnd) return false;
  return (load32(object + collectorWordOffset) & dead) !== 0;
}

function updateWeakHolders(): void {
  let kept = firstEntry(weakHolders);
  const end = endOfEntries(weakHolders);
  for (let entry = kept; entry < end; entry += 8) {
    const holder = loadInt64(entry);
    if (isDead(holder)) continue;
    storeInt64(kept, holder);
    kept += 8;
    if (isEphemeronType(typeOf(holder))) updateEntry(holder);
    else if (!isWatch(holder)) clearWeakFields(holder, placeOf);
  }
  for (let left = end - kept; left > 0; left -= 8) pop(weakHolders);
}

function updateEntry(entry: number): void {
  const type = typeOf(entry);
  const key = loadWeakField(entry, type, keyFieldOf(type));
  if (key === 0 || isDead(key)) decrement(clearEntry(entry));
}

function placeOf(word: number): number {
  return isDead(word) ? 0 : word;
}

function free(object: number): void {
  const size = objectSize(object);
  // Without a type, so that the heap check finds every reference to it.
  if (state.gcCheck !== 0) storeWord(object, 0);
  poison(object, size);
  freed += size;
  if (size > largestCell) freeLargeObject(object);
  else clearLive(object);
}

/** What was freed is there for allocation from now on, blocks that are empty for any size. */
function findFreed(): void {
  sweepDead();
  freed = 0;
}
