/**
 * Walks over the slots that lead to objects when objects have moved. Those that do stand in a range of addresses; where
 * one stands from now on says a function, which moves it when it is first asked.
 */
import { load32, loadInt64, loadWord, state, storeInt64, storeWord, wordSize } from "../../memory/memory.ts";
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
} from "./type-tables.ts";

/** Where an object of the range stands from now on. */
export type NewPlace = (object: number) => number;

let movingStart = 0;
let movingEnd = 0;

/** References into [start, end) are followed from now on. */
export function setMovingRange(start: number, end: number): void {
  movingStart = start;
  movingEnd = end;
}

export function updateRoots(newPlace: NewPlace): void {
  for (let slot = state.rootBase; slot < state.rootTop; slot += rootSize) {
    const word = loadInt64(slot);
    if (isMoving(word)) storeInt64(slot, newPlace(word));
    else if (isLocalObject(word)) updateFields(word, newPlace);
  }
  updateStaticRoots(newPlace);
}

export function updateStaticRoots(newPlace: NewPlace): void {
  for (let i = 0; i < state.staticRootCount; i++) updateValue(load32(state.staticRoots + i * 4), newPlace);
}

/** References of the range that is followed. */
export function isMoving(word: number): boolean {
  return word >= movingStart && word < movingEnd;
}

export function updateFields(object: number, newPlace: NewPlace): void {
  const type = typeOf(object);
  const references = referenceFields(type);
  const fields = references + valueFields(type);
  for (let i = 0; i < references; i++) updateReference(object + fieldOffset(type, i), newPlace);
  for (let i = references; i < fields; i++) updateValue(object + fieldOffset(type, i), newPlace);
  if (hasReferenceItems(type) || hasValueItems(type))
    updateItems(object, 0, itemCount(object, type), newPlace);
}

/** The items [from, end) of an array of references or values. */
export function updateItems(object: number, from: number, end: number, newPlace: NewPlace): void {
  const type = typeOf(object);
  const items = firstItem(object, type);
  if (hasReferenceItems(type)) {
    const last = items + end * wordSize();
    for (let item = items + from * wordSize(); item < last; item += wordSize())
      updateReference(item, newPlace);
  } else {
    const last = items + end * 8;
    for (let item = items + from * 8; item < last; item += 8) updateValue(item, newPlace);
  }
}

/** A slot of one machine word. */
function updateReference(slot: number, newPlace: NewPlace): void {
  const object = loadWord(slot);
  if (isMoving(object)) storeWord(slot, newPlace(object));
}

/** A slot of 8 bytes: what is no address, a double or `undefined`, never lies in the range. */
function updateValue(slot: number, newPlace: NewPlace): void {
  const object = loadInt64(slot);
  if (isMoving(object)) storeInt64(slot, newPlace(object));
}
