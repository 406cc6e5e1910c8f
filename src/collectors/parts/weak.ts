/**
 * What a collection does when it has found all that lives: weak fields that lead to something dead become 0, and objects
 * with a finalizer that nothing else leads to are kept for it, once.
 *
 * Such an object hangs on the weak field of a holder (`holdsFinalizable`), which the run-time has. It is ready when no
 * other such object leads to it: then it moves to the holder's strong field, where the run-time finds it. So what an
 * object refers to is still whole when its finalizer runs; of objects in a cycle the one that the collector met first is
 * the first. Weak fields are cleared before: no weak reference leads to an object whose finalizer has run.
 *
 * Entries of weak tables are asked again whenever something more lives (parts/ephemerons.ts): those whose keys are kept for
 * a finalizer stay, so that it finds there what it put there.
 *
 * The objects with weak fields that a collection has met stand on a stack of its own, `holders`.
 */
import { hasWeakFields, holdsFinalizable, isEphemeron } from "../../graph/type-info-layout.ts";
import { loadInt64, loadWord, state, storeWord } from "../../memory/memory.ts";
import { clear, endOfEntries, firstEntry, isEmpty, newStack, pop, push } from "./address-stack.ts";
import { awaitKey, endWaiting, initializeEphemerons, isEphemeronType, keepValues } from "./ephemerons.ts";
import {
  fieldOffset,
  loadWeakField,
  referenceFields,
  storeWeakField,
  typeFlags,
  typeOf,
  valueFields,
  weakReferenceFields,
  weakValueFields,
} from "./type-tables.ts";

/** Where an object stands after the collection, 0 if it is dead; what is no object of the heap stays as it is. */
type PlaceOf = (word: number) => number;
/** Keeps alive all that an object refers to, and what that does; the object itself stays dead. */
type KeepReferences = (object: number) => void;
/** Keeps an object alive, with all that it refers to. */
type Keep = (object: number) => void;

/** Holders whose object was dead when it was their turn. */
let candidates = 0;

/** For a collector's `initialize`. */
export function initializeWeak(): void {
  candidates = newStack();
  initializeEphemerons();
}

/** An object that lives was met: it may have weak fields. */
export function noteIfWeak(object: number, holders: number): void {
  if ((typeFlags(typeOf(object)) & hasWeakFields) !== 0) push(holders, object);
}

/** All that lives was found; empties `holders`. */
export function endTrace(
  holders: number,
  placeOf: PlaceOf,
  keepReferences: KeepReferences,
  keep: Keep,
): void {
  if (isEmpty(holders)) return;
  let known = keepAllValues(holders, 0, placeOf, keep);
  let index = updateWeakFields(holders, 0, placeOf);
  let asked = 0;
  while (asked < entries(holders)) {
    asked = findCandidates(holders, asked, placeOf, keepReferences);
    // What these keep may be holders, too.
    while (!isEmpty(candidates)) endCandidate(pop(candidates), placeOf, keep);
    known = keepAllValues(holders, known, placeOf, keep);
  }
  endWaiting();
  // What finalizers will find has weak fields, too.
  while (index < entries(holders)) index = updateWeakFields(holders, index, placeOf);
  clear(holders);
}

/** The values of all living keys; holders from an index on are new. Gives the number of them all. */
function keepAllValues(holders: number, from: number, placeOf: PlaceOf, keep: Keep): number {
  let index = from;
  do {
    for (; index < entries(holders); index++) {
      const holder = loadInt64(firstEntry(holders) + index * 8);
      if (isEphemeronType(typeOf(holder))) awaitKey(holder);
    }
  } while (keepValues(placeOf, keep));
  return index;
}

function entries(stack: number): number {
  return Math.floor((endOfEntries(stack) - firstEntry(stack)) / 8);
}

/** Of holders from an index on; gives the number of them all. */
function updateWeakFields(holders: number, from: number, placeOf: PlaceOf): number {
  const count = entries(holders);
  for (let index = from; index < count; index++) {
    const holder = loadInt64(firstEntry(holders) + index * 8);
    if ((typeFlags(typeOf(holder)) & (holdsFinalizable | isEphemeron)) === 0)
      clearWeakFields(holder, placeOf);
  }
  return count;
}

/** Those of one object that lead to something dead. */
export function clearWeakFields(holder: number, placeOf: PlaceOf): void {
  const type = typeOf(holder);
  const count = weakReferenceFields(type) + weakValueFields(type);
  for (let i = 0; i < count; i++)
    storeWeakField(holder, type, i, placeOrDeath(loadWeakField(holder, type, i), placeOf));
}

function placeOrDeath(word: number, placeOf: PlaceOf): number {
  if (word === 0) return 0;
  const place = placeOf(word);
  if (place === 0) state.weakDeaths += 1;
  return place;
}

/** The slot in which a holder has its object. */
function finalizableSlot(holder: number): number {
  const type = typeOf(holder);
  return holder + fieldOffset(type, referenceFields(type) + valueFields(type));
}

/** The object with a finalizer that a holder has, 0 if that was found dead. */
export function finalizableOf(holder: number): number {
  return loadWord(finalizableSlot(holder));
}

/**
 * Objects that another one leads to live on; one that is dead after all others were asked has nobody before it, and one
 * that leads to itself has to be the first of its cycle.
 */
function findCandidates(
  holders: number,
  from: number,
  placeOf: PlaceOf,
  keepReferences: KeepReferences,
): number {
  let index = from;
  for (; index < entries(holders); index++) {
    const holder = loadInt64(firstEntry(holders) + index * 8);
    if ((typeFlags(typeOf(holder)) & holdsFinalizable) === 0) continue;
    const slot = finalizableSlot(holder);
    const object = loadWord(slot);
    if (object === 0) continue;
    if (placeOf(object) === 0) {
      keepReferences(object);
      const place = placeOf(object);
      if (place === 0) push(candidates, holder);
      else makeReady(holder, place);
    } else storeWord(slot, placeOf(object));
  }
  return index;
}

function endCandidate(holder: number, placeOf: PlaceOf, keep: Keep): void {
  const slot = finalizableSlot(holder);
  const object = loadWord(slot);
  const place = placeOf(object);
  if (place !== 0) {
    storeWord(slot, place);
    return;
  }
  keep(object);
  makeReady(holder, placeOf(object));
}

/** The object waits for its finalizer. */
export function makeReady(holder: number, place: number): void {
  storeWord(finalizableSlot(holder), 0);
  storeWord(holder + fieldOffset(typeOf(holder), 0), place);
  state.weakDeaths += 1;
}
