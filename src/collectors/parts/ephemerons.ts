/**
 * Ephemerons (Hayes 1997: "Ephemerons: a new finalization mechanism"): entries of weak tables. The key does not live on
 * for its entry's sake, and the value lives as long as both its key and its entry, even if it leads to the key itself.
 *
 * A trace follows neither. When it has found all else that lives, the values of living keys are kept, which may make
 * further keys live; and so on, until the keys that are left are dead. The entries that wait for their keys go from one
 * stack to another and back, so that a chain of entries is found at once in one of the two directions.
 */
import { isEphemeron } from "../../graph/type-info-layout.ts";
import { state } from "../../memory/memory.ts";
import { isEmpty, newStack, pop, push } from "./address-stack.ts";
import { keyFieldOf, loadWeakField, storeWeakField, typeFlags, typeOf } from "./type-tables.ts";

/** Where an object stands after the collection, 0 if it is dead so far. */
type PlaceOf = (word: number) => number;
/** Keeps an object alive, with all that it refers to. */
type Keep = (object: number) => void;

/** Entries whose key nothing has led to so far; the other stack is empty but while they are looked through. */
let waiting = 0;
let others = 0;

export function initializeEphemerons(): void {
  waiting = newStack();
  others = newStack();
}

export function isEphemeronType(type: number): boolean {
  return (typeFlags(type) & isEphemeron) !== 0;
}

/** An entry that lives was met. */
export function awaitKey(entry: number): void {
  push(waiting, entry);
}

/** Keeps the values whose keys live by now; true if there were any. */
export function keepValues(placeOf: PlaceOf, keep: Keep): boolean {
  let found = false;
  const before = waiting;
  waiting = others;
  others = before;
  while (!isEmpty(others)) {
    const entry = pop(others);
    if (keepValue(entry, placeOf, keep)) found = true;
    else push(waiting, entry);
  }
  return found;
}

/** False if the key is dead so far. */
function keepValue(entry: number, placeOf: PlaceOf, keep: Keep): boolean {
  const type = typeOf(entry);
  const keyField = keyFieldOf(type);
  const key = loadWeakField(entry, type, keyField);
  const keyPlace = key === 0 ? 0 : placeOf(key);
  if (keyPlace === 0) return false;
  storeWeakField(entry, type, keyField, keyPlace);
  const value = loadWeakField(entry, type, 1 - keyField);
  if (value === 0) return true;
  if (placeOf(value) === 0) keep(value);
  storeWeakField(entry, type, 1 - keyField, placeOf(value));
  return true;
}

/** The keys that entries still wait for are dead. */
export function endWaiting(): void {
  while (!isEmpty(waiting)) clearEntry(pop(waiting));
}

/** Gives the value that the entry had. */
export function clearEntry(entry: number): number {
  const type = typeOf(entry);
  const keyField = keyFieldOf(type);
  const value = loadWeakField(entry, type, 1 - keyField);
  if (loadWeakField(entry, type, keyField) !== 0) state.weakDeaths += 1;
  storeWeakField(entry, type, keyField, 0);
  storeWeakField(entry, type, 1 - keyField, 0);
  return value;
}
