/**
 * The heap as a graph, for pictures of it: the roots, the objects that they lead to, breadth first, and where each leads.
 * It asks the tables of the program (backend/c/tables.ts) and the headers of objects, and no collector: it works beside
 * any whose roots are known. Nothing here touches the heap.
 */

import { fixedSizeOffset, itemSizeOffset, lengthOffsetOffset } from "../../graph/type-info-layout.ts";
import { zeroLength } from "../../memory/host-services.ts";
import {
  allocateBytes,
  copyBytes,
  freeBytes,
  load8,
  load32,
  loadInt64,
  state,
  storeInt64,
} from "../../memory/memory.ts";
import { table } from "../../memory/profile-primitives.ts";
import { addNumber, freeMap, newMap, numberOf } from "./address-map.ts";

const leastReference = 4096;
const firstNoReference = 562949953421312;
const typeRow = 32;
const globalNames = 3;

/** Rows of heddle_types by type, objects' numbers by address, and the objects by number. */
let rows = 0;
let numbers = 0;
let objects = 0;
let count = 0;
let room = 0;

export function objectCount(): number {
  return count;
}

export function objectAt(number: number): number {
  return loadInt64(objects + number * 8);
}

export function numberOfObject(object: number): number {
  return numberOf(numbers, object);
}

/** The row of an object's type, 0 if it has none: then it is no object. */
export function typeRowOf(object: number): number {
  const row = numberOf(rows, load32(object));
  return row < 0 ? 0 : row;
}

/** A word that a field or root holds leads to an object. */
export function isObject(word: number): boolean {
  return word >= leastReference && word < firstNoReference && word % 8 === 0 && typeRowOf(word) !== 0;
}

/** Follows everything from the roots. */
export function findObjects(): void {
  rows = newMap();
  for (let row = table(0); loadInt64(row) !== 0; row += typeRow) addNumber(rows, loadInt64(row), row);
  numbers = newMap();
  room = 1024;
  objects = allocateBytes(room * 8);
  count = 0;
  for (let slot = state.rootBase; slot < state.rootTop; slot += 8) meet(loadInt64(slot));
  for (let i = 0; i < state.staticRootCount; i++) meet(loadInt64(staticRoot(i)));
  for (let number = 0; number < count; number++) {
    for (let edge = firstEdge(objectAt(number)); edge !== 0; edge = nextEdge()) meet(edge);
  }
}

export function forgetObjects(): void {
  freeMap(rows);
  freeMap(numbers);
  freeBytes(objects);
}

function meet(word: number): void {
  if (!isObject(word) || numberOf(numbers, word) >= 0) return;
  if (count === room) {
    const larger = allocateBytes(room * 16);
    copyBytes(larger, objects, room * 8);
    freeBytes(objects);
    objects = larger;
    room = room * 2;
  }
  addNumber(numbers, word, count);
  storeInt64(objects + count * 8, word);
  count += 1;
}

/** The address of a global's slot, … */
export function staticRoot(index: number): number {
  return load32(state.staticRoots + index * 4);
}

/** … and its name; the last one is the exception on its way. */
export function staticRootName(index: number): number {
  return loadInt64(table(globalNames) + index * 8);
}

export function objectBytes(object: number): number {
  const type = load32(object);
  const fixed = load32(type + fixedSizeOffset);
  const itemSize = load32(type + itemSizeOffset);
  return itemSize === 0 ? fixed : Math.floor((fixed + itemCount(object) * itemSize + 7) / 8) * 8;
}

/** Of an object that has items. */
export function itemCount(object: number): number {
  return loadInt64(object + load32(load32(object) + lengthOffsetOffset));
}

export function hasItems(object: number): boolean {
  return load32(load32(object) + itemSizeOffset) !== 0;
}

// Where an object leads: one edge after the other.
let from = 0;
/** The text of the next field, 0 while items are walked. */
let field = 0;
let item = 0;
let items = 0;
let edgeName = 0;
let edgeIndex = 0;

/** Of the edge that was met last: the field's name, 0 where it is an item. */
export function fieldOfEdge(): number {
  return edgeName;
}

export function itemOfEdge(): number {
  return edgeIndex;
}

/** The object to which the first field or item leads, 0 if none does. */
export function firstEdge(object: number): number {
  from = object;
  field = loadInt64(typeRowOf(object) + 24);
  items = 0;
  item = 0;
  return nextEdge();
}

const letterR = 114;
const letterV = 118;
const colon = 58;

export function nextEdge(): number {
  for (;;) {
    if (items !== 0) {
      while (item < itemCount(from)) {
        const word = loadInt64(items + item * 8);
        edgeName = 0;
        edgeIndex = item;
        item += 1;
        if (isObject(word)) return word;
      }
      items = 0;
    }
    const kind = load8(field);
    if (kind === 0) return 0;
    let at = field + 1;
    let offset = 0;
    while (load8(at) !== colon) {
      offset = offset * 10 + load8(at) - 48;
      at += 1;
    }
    const name = at + 1;
    field = name + zeroLength(name) + 1;
    if (kind !== letterR && kind !== letterV) continue;
    if (load8(name) === 0) {
      items = from + offset;
      continue;
    }
    const word = loadInt64(from + offset);
    edgeName = name;
    if (isObject(word)) return word;
  }
}
