/* Numbers by address, in memory of their own: open addressing, at most two thirds full. A map goes by its address. */
import { allocateBytes, clearBytes, freeBytes, loadInt64, storeInt64 } from "../../memory/memory.ts";

// A map: its table, how many slots that has, how many are taken. A slot: address, number.
const tableAt = 0;
const slotsAt = 8;
const takenAt = 16;
const mapSize = 24;
const slotSize = 16;

export function newMap(): number {
  const map = allocateBytes(mapSize);
  setTable(map, 1024);
  storeInt64(map + takenAt, 0);
  return map;
}

function setTable(map: number, slots: number): void {
  const table = allocateBytes(slots * slotSize);
  clearBytes(table, slots * slotSize);
  storeInt64(map + tableAt, table);
  storeInt64(map + slotsAt, slots);
}

export function freeMap(map: number): void {
  freeBytes(loadInt64(map + tableAt));
  freeBytes(map);
}

/** The slot of an address, or the empty one where it would go. */
function slotOf(map: number, address: number): number {
  const table = loadInt64(map + tableAt);
  const slots = loadInt64(map + slotsAt);
  // Objects are 8 bytes apart at least, neighbours more; a prime spreads them.
  let slot = (Math.floor(address / 8) * 7919) % slots;
  for (;;) {
    const at = table + slot * slotSize;
    const found = loadInt64(at);
    if (found === 0 || found === address) return at;
    slot = slot + 1 < slots ? slot + 1 : 0;
  }
}

/** The number of an address, -1 if it has none. */
export function numberOf(map: number, address: number): number {
  const slot = slotOf(map, address);
  return loadInt64(slot) === 0 ? -1 : loadInt64(slot + 8);
}

/** For an address that has no number yet. */
export function addNumber(map: number, address: number, number: number): void {
  const taken = loadInt64(map + takenAt) + 1;
  storeInt64(map + takenAt, taken);
  if (taken * 3 > loadInt64(map + slotsAt) * 2) grow(map);
  const slot = slotOf(map, address);
  storeInt64(slot, address);
  storeInt64(slot + 8, number);
}

function grow(map: number): void {
  const table = loadInt64(map + tableAt);
  const slots = loadInt64(map + slotsAt);
  setTable(map, slots * 2);
  for (let at = table; at < table + slots * slotSize; at += slotSize) {
    const address = loadInt64(at);
    if (address === 0) continue;
    const slot = slotOf(map, address);
    storeInt64(slot, address);
    storeInt64(slot + 8, loadInt64(at + 8));
  }
  freeBytes(table);
}
