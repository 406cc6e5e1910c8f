/**
 * Stacks of addresses that grow as needed. A stack is named by the address of its record:
 *
 *   base, top, end (8 bytes each)     [base, top) holds 8 bytes an entry
 */
import { allocateBytes, copyBytes, freeBytes, loadInt64, stop, storeInt64 } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";

const topField = 8;
const endField = 16;
const firstBytes = 4096;

export function newStack(): number {
  const stack = allocate(24);
  const base = allocate(firstBytes);
  storeInt64(stack, base);
  storeInt64(stack + topField, base);
  storeInt64(stack + endField, base + firstBytes);
  return stack;
}

export function push(stack: number, word: number): void {
  let top = loadInt64(stack + topField);
  if (top === loadInt64(stack + endField)) {
    grow(stack);
    top = loadInt64(stack + topField);
  }
  storeInt64(top, word);
  storeInt64(stack + topField, top + 8);
}

/** The stack is not empty. */
export function pop(stack: number): number {
  const top = loadInt64(stack + topField) - 8;
  storeInt64(stack + topField, top);
  return loadInt64(top);
}

export function isEmpty(stack: number): boolean {
  return loadInt64(stack + topField) === loadInt64(stack);
}

export function clear(stack: number): void {
  storeInt64(stack + topField, loadInt64(stack));
}

/** Entries stand at [firstEntry, endOfEntries), 8 bytes each; a push may move them. */
export function firstEntry(stack: number): number {
  return loadInt64(stack);
}

export function endOfEntries(stack: number): number {
  return loadInt64(stack + topField);
}

function grow(stack: number): void {
  const base = loadInt64(stack);
  const bytes = loadInt64(stack + endField) - base;
  const moved = allocate(2 * bytes);
  copyBytes(moved, base, bytes);
  freeBytes(base);
  storeInt64(stack, moved);
  storeInt64(stack + topField, moved + bytes);
  storeInt64(stack + endField, moved + 2 * bytes);
}

function allocate(bytes: number): number {
  const memory = allocateBytes(bytes);
  if (memory === 0) stop(outOfMemoryStop, "the system has no more memory");
  return memory;
}
