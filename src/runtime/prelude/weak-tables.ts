/**
 * What WeakMap and WeakSet have in common: a hash table without order whose entries stand in the slots themselves. An
 * entry does not keep its key alive; when that has died the entry is in the way of others until the table is built again.
 */
import { hashKey } from "../../memory/key-primitives.ts";
import { weakly } from "./weak-fields.ts";

const leastSlots = 8;

export class WeakEntry<K> {
  "##weakKey": K | undefined;

  constructor(key: K) {
    this["##weakKey"] = weakly(key);
  }
}

/** The collector keeps the value alive as long as the key lives, and the entry. */
export class WeakMapping<K, V> extends WeakEntry<K> {
  "##keptByKey": V;

  constructor(key: K, value: V) {
    super(key);
    this["##keptByKey"] = value;
  }
}

export class WeakTable<K, E extends WeakEntry<K>> {
  /** Empty, or a power of two. */
  "##slots": (E | undefined)[] = [];
  /** Slots that are in use, if only by an entry whose key has died. */
  "##used" = 0;

  "##find"(key: K): E | undefined {
    const slots = this["##slots"];
    if (slots.length === 0) return undefined;
    const hash = hashKey(key);
    const mask = slots.length - 1;
    let at = (hash & mask) >>> 0;
    let rest = hash;
    for (;;) {
      const entry = slots[at];
      if (entry === undefined || entry["##weakKey"] === key) return entry;
      rest = rest >>> 5;
      at = ((at * 5 + rest + 1) & mask) >>> 0;
    }
  }

  has(key: K): boolean {
    return this["##find"](key) !== undefined;
  }

  delete(key: K): boolean {
    const entry = this["##find"](key);
    if (entry === undefined) return false;
    entry["##weakKey"] = undefined;
    return true;
  }

  /** Adds an entry whose key is not there. */
  "##add"(entry: E, key: K): void {
    if (this["##used"] * 3 >= this["##slots"].length * 2) this["##rebuild"]();
    this["##put"](entry, key);
  }

  "##put"(entry: E, key: K): void {
    const slots = this["##slots"];
    const hash = hashKey(key);
    const mask = slots.length - 1;
    let at = (hash & mask) >>> 0;
    let rest = hash;
    while (slots[at] !== undefined) {
      rest = rest >>> 5;
      at = ((at * 5 + rest + 1) & mask) >>> 0;
    }
    if (at < slots.length) slots[at] = entry;
    this["##used"]++;
  }

  /** Leaves out the entries whose keys have died, and makes room for as many as are left. */
  "##rebuild"(): void {
    const before = this["##slots"];
    let living = 0;
    for (const entry of before) if (entry !== undefined && entry["##weakKey"] !== undefined) living++;
    let size = leastSlots;
    while (size < living * 3) size *= 2;
    this["##slots"] = new Array<E | undefined>(size).fill(undefined);
    this["##used"] = 0;
    for (const entry of before) {
      if (entry === undefined) continue;
      const key = entry["##weakKey"];
      if (key !== undefined) this["##put"](entry, key);
    }
  }
}
