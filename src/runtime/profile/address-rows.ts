/**
 * Rows of an address and a number, sorted by address, in memory of their own. A list of them goes by the address of its
 * record:
 *
 *   rows, count, room (8 bytes each)     rows holds 16 bytes a row
 */
import { allocateBytes, copyBytes, freeBytes, loadInt64, storeInt64 } from "../../memory/memory.ts";

const rowsAt = 0;
const countAt = 8;
const roomAt = 16;
const recordSize = 24;
const rowSize = 16;
const firstRoom = 1024;

export function newRows(): number {
  const list = allocateBytes(recordSize);
  storeInt64(list + rowsAt, allocateBytes(firstRoom * rowSize));
  storeInt64(list + countAt, 0);
  storeInt64(list + roomAt, firstRoom);
  return list;
}

export function addRow(list: number, address: number, number: number): void {
  const count = loadInt64(list + countAt);
  if (count === loadInt64(list + roomAt)) grow(list, count);
  const row = loadInt64(list + rowsAt) + count * rowSize;
  storeInt64(row, address);
  storeInt64(row + 8, number);
  storeInt64(list + countAt, count + 1);
}

function grow(list: number, count: number): void {
  const rows = loadInt64(list + rowsAt);
  const larger = allocateBytes(2 * count * rowSize);
  copyBytes(larger, rows, count * rowSize);
  freeBytes(rows);
  storeInt64(list + rowsAt, larger);
  storeInt64(list + roomAt, 2 * count);
}

/** Before the first look. Stable: of rows at one address the last counts. */
export function sortRows(list: number): void {
  const count = loadInt64(list + countAt);
  let rows = loadInt64(list + rowsAt);
  let other = allocateBytes(loadInt64(list + roomAt) * rowSize);
  for (let width = 1; width < count; width = width * 2) {
    for (let first = 0; first < count; first += 2 * width) merge(rows, other, first, width, count);
    const sorted = other;
    other = rows;
    rows = sorted;
  }
  freeBytes(other);
  storeInt64(list + rowsAt, rows);
}

function merge(rows: number, target: number, first: number, width: number, count: number): void {
  const middle = Math.min(first + width, count);
  const end = Math.min(first + 2 * width, count);
  let left = first;
  let right = middle;
  for (let i = first; i < end; i++) {
    const takesLeft =
      left < middle &&
      (right >= end || loadInt64(rows + left * rowSize) <= loadInt64(rows + right * rowSize));
    const from = takesLeft ? left : right;
    if (takesLeft) left += 1;
    else right += 1;
    copyBytes(target + i * rowSize, rows + from * rowSize, rowSize);
  }
}

/** The number of the last row that is not behind an address; 0 if there is none. */
export function numberUpTo(list: number, address: number): number {
  const rows = loadInt64(list + rowsAt);
  let low = 0;
  let high = loadInt64(list + countAt);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (loadInt64(rows + middle * rowSize) <= address) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : loadInt64(rows + (low - 1) * rowSize + 8);
}
