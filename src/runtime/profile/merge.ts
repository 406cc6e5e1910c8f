/**
 * Samples of different addresses that show the same frames become one: loops are unrolled, and compilers copy code. What
 * went into another one is left with an amount of 0.
 */
import { allocateBytes, clearBytes, loadInt64, reserveSpace, storeInt64 } from "../../memory/memory.ts";
import { shownDepth, shownFrame, showSample } from "./frames.ts";
import { nextRecord, recordAmount, recordCount } from "./records.ts";

/** More than there can be records. */
const slots = 131072;
const listsBytes = 1024 * 1024 * 1024;

// What a sample shows: its record, the number of frames, the frames.
const listDepth = 8;
const listFirst = 16;

export function mergeSamples(records: number, end: number): void {
  const table = allocateBytes(slots * 8);
  clearBytes(table, slots * 8);
  const lists = reserveSpace(listsBytes);
  let free = lists;
  for (let record = records; record < end; record = nextRecord(record)) {
    showSample(record);
    if (free + listFirst + shownDepth() * 8 > lists + listsBytes) return;
    let slot = hash() % slots;
    while (loadInt64(table + slot * 8) !== 0 && !isShown(loadInt64(table + slot * 8)))
      slot = (slot + 1) % slots;
    const known = loadInt64(table + slot * 8);
    if (known !== 0) {
      move(record, loadInt64(known), recordCount);
      move(record, loadInt64(known), recordAmount);
      continue;
    }
    storeInt64(table + slot * 8, free);
    storeInt64(free, record);
    storeInt64(free + listDepth, shownDepth());
    for (let i = 0; i < shownDepth(); i++) storeInt64(free + listFirst + i * 8, shownFrame(i));
    free += listFirst + shownDepth() * 8;
  }
}

function hash(): number {
  let result = 0;
  for (let i = 0; i < shownDepth(); i++) result = (result * 33 + shownFrame(i)) % 2147483648;
  return result;
}

function isShown(list: number): boolean {
  if (loadInt64(list + listDepth) !== shownDepth()) return false;
  for (let i = 0; i < shownDepth(); i++)
    if (loadInt64(list + listFirst + i * 8) !== shownFrame(i)) return false;
  return true;
}

function move(from: number, to: number, field: number): void {
  storeInt64(to + field, loadInt64(to + field) + loadInt64(from + field));
  storeInt64(from + field, 0);
}
