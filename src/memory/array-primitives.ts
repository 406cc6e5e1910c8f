/**
 * Lists and their storage (`List` and `Items…` of graph/well-known.ts), as the run-time reaches them. Each function is
 * one machine operation in a translated program. On Node a storage is an array of its own whose length never changes.
 */
import type { Reference } from "./memory.ts";

class List {
  length = 0;
  items: Items = new Items(0);
}

class Items {
  readonly slots: unknown[];

  constructor(length: number) {
    this.slots = new Array(length).fill(undefined);
  }
}

function wrong(text: string): never {
  throw new Error(`array primitives: ${text}`);
}

function itemsOf(given: object): Items {
  return given instanceof Items ? given : wrong("this is no storage");
}

function listOf(given: object): List {
  return given instanceof List ? given : wrong("this is no list");
}

function checkRange(items: Items, from: number, count: number): void {
  if (from < 0 || count < 0 || from + count > items.slots.length) wrong(`no items ${from}..${from + count}`);
}

function slot(items: Reference, index: number): unknown {
  checkRange(itemsOf(items), index, 1);
  return itemsOf(items).slots[index];
}

/** A storage with these items; only Node has it, for tests. */
export function itemsOfValues(values: readonly unknown[]): Reference {
  const made = new Items(values.length);
  for (const [index, one] of values.entries()) made.slots[index] = one;
  return made as object as Reference;
}

export function listLength(list: Reference): number {
  return listOf(list).length;
}

export function setListLength(list: Reference, length: number): void {
  listOf(list).length = length;
}

export function listItems(list: Reference): Reference {
  return listOf(list).items as object as Reference;
}

export function setListItems(list: Reference, items: Reference): void {
  listOf(list).items = itemsOf(items);
}

export function itemsLength(items: Reference): number {
  return itemsOf(items).slots.length;
}

/** A storage of the same kind with another length. */
export function allocateLike(items: Reference, length: number): Reference {
  itemsOf(items);
  return new Items(length) as object as Reference;
}

/** The ranges may overlap if target and source are the same. */
export function copyItems(
  target: Reference,
  at: number,
  source: Reference,
  from: number,
  count: number,
): void {
  checkRange(itemsOf(target), at, count);
  checkRange(itemsOf(source), from, count);
  const copied = itemsOf(source).slots.slice(from, from + count);
  for (let i = 0; i < count; i++) itemsOf(target).slots[at + i] = copied[i];
}

/** Sets `count` items to undefined. */
export function clearItems(items: Reference, from: number, count: number): void {
  checkRange(itemsOf(items), from, count);
  itemsOf(items).slots.fill(undefined, from, from + count);
}

export function stringItem(items: Reference, index: number): string {
  return slot(items, index) as string;
}

export function valueItem(items: Reference, index: number): unknown {
  return slot(items, index);
}

export function allocateStrings(length: number): Reference {
  return new Items(length) as object as Reference;
}

export function setStringItem(items: Reference, index: number, text: string): void {
  checkRange(itemsOf(items), index, 1);
  itemsOf(items).slots[index] = text;
}
