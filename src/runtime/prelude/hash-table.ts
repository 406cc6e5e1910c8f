/**
 * Hash tables that remember the order of their entries, for Map, Set and dictionaries: entries stand side by side in
 * arrays in the order in which they came, and a table of slots leads to them (as in V8's ordered tables and CPython's
 * dictionaries).
 *
 *   keys    | a | b | (c) | d |            c was deleted: alive[2] is false
 *   slots   | 0 | a 0+2 | 1 | 0 | d 3+2 | 0 | b 1+2 | 0 |
 *
 * A slot is 0 while it is empty, 1 where its entry was deleted, else the upper 22 bits of the key's hash in front of
 * the entry's place + 2 in 31 bits: other keys in the way are mostly told by the slot alone. Up to `scanned` entries
 * need no slots.
 */
import { hashKey, sameKey } from "../../memory/key-primitives.ts";

/** Entries that are found by looking at each of them. */
const scanned = 8;
const placeRange = 2147483648;
const deleted = 1;
const firstPlace = 2;

const none = new Array<number>(0).fill(0);

/** Of a table without slots; nobody writes them. */
export function noSlots(): number[] {
  return none;
}

/** Where the entry of a key is; -1 if there is none. */
export function findKey<K>(keys: K[], slots: number[], alive: boolean[] | undefined, key: K): number {
  if (slots.length === 0) return scan(keys, alive, key);
  const hash = hashKey(key);
  const mask = slots.length - 1;
  const first = (hash >>> 10) * placeRange + firstPlace;
  let at = (hash & mask) >>> 0;
  let rest = hash;
  for (;;) {
    const slot = slots[at]!;
    if (slot < deleted) return -1;
    const place = slot - first;
    if (place >= 0 && place < keys.length && sameKey(keys[place]!, key)) return place;
    rest = rest >>> 5;
    at = ((at * 5 + rest + 1) & mask) >>> 0;
  }
}

function scan<K>(keys: K[], alive: boolean[] | undefined, key: K): number {
  for (let i = 0; i < keys.length; i++) {
    if (sameKey(keys[i]!, key) && isAlive(alive, i)) return i;
  }
  return -1;
}

export function isAlive(alive: boolean[] | undefined, place: number): boolean {
  return alive === undefined || alive[place] === true;
}

/** True if the slots have no room for one more entry. */
export function isFull(count: number, slots: number[]): boolean {
  return slots.length === 0 ? count >= scanned : count * 3 >= slots.length * 2;
}

/** Slots for these keys and as many more. */
export function slotsFor<K>(keys: K[]): number[] {
  const count = keys.length;
  if (count < scanned) return noSlots();
  let size = 16;
  while (size < count * 2) size *= 2;
  const slots = new Array<number>(size).fill(0);
  for (let i = 0; i < count; i++) linkKey(slots, keys[i]!, i);
  return slots;
}

/** Gives the entry at a place a slot. */
export function linkKey<K>(slots: number[], key: K, place: number): void {
  if (slots.length === 0) return;
  const hash = hashKey(key);
  const mask = slots.length - 1;
  let at = (hash & mask) >>> 0;
  let rest = hash;
  while (slots[at]! > 0) {
    rest = rest >>> 5;
    at = ((at * 5 + rest + 1) & mask) >>> 0;
  }
  if (at < slots.length) slots[at] = (hash >>> 10) * placeRange + place + firstPlace;
}

/** The entry at a place is found no more. */
export function unlinkKey<K>(slots: number[], key: K, place: number): void {
  if (slots.length === 0) return;
  const hash = hashKey(key);
  const mask = slots.length - 1;
  const slot = (hash >>> 10) * placeRange + place + firstPlace;
  let at = (hash & mask) >>> 0;
  let rest = hash;
  while (slots[at]! < slot || slots[at]! > slot) {
    rest = rest >>> 5;
    at = ((at * 5 + rest + 1) & mask) >>> 0;
  }
  if (at < slots.length) slots[at] = deleted;
}

/** A mark for each entry: all are alive but one. */
export function firstDeath(count: number, place: number): boolean[] {
  const alive: boolean[] = [];
  for (let i = 0; i < count; i++) alive.push(i !== place);
  return alive;
}

/** The entries that are alive, side by side. */
export function living<T>(entries: T[], alive: boolean[] | undefined): T[] {
  const result: T[] = [];
  for (let i = 0; i < entries.length; i++) if (isAlive(alive, i)) result.push(entries[i]!);
  return result;
}

/** How many entries before a place are gone. */
export function deadBefore(alive: boolean[] | undefined, place: number): number {
  let count = 0;
  for (let i = 0; i < place; i++) if (!isAlive(alive, i)) count++;
  return count;
}

/**
 * The time between two moves of a table's entries. Iterators remember the one in which their place counts, and follow
 * `next` to the present: an iterator that nobody uses any more keeps nothing alive, and a table without iterators
 * notes nothing.
 */
export class Era {
  next: Era | undefined = undefined;
  /** Which entries moved on into the next era; undefined if all did. */
  alive: boolean[] | undefined = undefined;
  /** None did. */
  cleared = false;

  /** Ends this era. */
  end(alive: boolean[] | undefined, cleared: boolean): Era {
    const next = new Era();
    this.alive = alive;
    this.cleared = cleared;
    this.next = next;
    return next;
  }
}
