/**
 * What Map and Set have in common: keys in the order in which they came, and cursors that stand the changes made under
 * them.
 *
 * Names that begin with `##` are the run-time's own: no program can write them, and printing does not show them. What
 * iterates has `##advance` and `##value`.
 */
import {
  deadBefore,
  Era,
  findKey,
  firstDeath,
  isAlive,
  isFull,
  linkKey,
  living,
  noSlots,
  slotsFor,
  unlinkKey,
} from "./hash-table.ts";

export class KeyTable<K> {
  "##keys": K[] = [];
  "##slots": number[] = noSlots();
  /** Undefined while nothing was deleted. */
  "##alive": boolean[] | undefined = undefined;
  /** No entry before this one is alive. */
  "##first" = 0;
  "##size" = 0;
  /** Undefined before there is a cursor. */
  "##era": Era | undefined = undefined;

  get size(): number {
    return this["##size"];
  }

  has(key: K): boolean {
    return this["##find"](key) >= 0;
  }

  clear(): void {
    if (this["##keys"].length === 0) return;
    this["##keys"] = [];
    this["##slots"] = noSlots();
    this["##alive"] = undefined;
    this["##first"] = 0;
    this["##size"] = 0;
    const era = this["##era"];
    if (era !== undefined) this["##era"] = era.end(undefined, true);
    this["##dropValues"]();
  }

  delete(key: K): boolean {
    const keys = this["##keys"];
    const place = this["##find"](key);
    if (place < 0) return false;
    if (this["##size"] === 1) {
      this.clear();
      return true;
    }
    unlinkKey(this["##slots"], normalKey(key), place);
    const alive = this["##alive"];
    if (alive === undefined) this["##alive"] = firstDeath(keys.length, place);
    else if (place < alive.length) alive[place] = false;
    this["##size"]--;
    while (!isAlive(this["##alive"], this["##first"])) this["##first"]++;
    if (keys.length > 32 && this["##size"] * 4 < keys.length) this["##rebuild"]();
    return true;
  }

  "##find"(key: K): number {
    return findKey(this["##keys"], this["##slots"], this["##alive"], normalKey(key));
  }

  /** Adds a key that is not there. */
  "##append"(given: K): void {
    const key = normalKey(given);
    if (isFull(this["##keys"].length, this["##slots"])) this["##rebuild"]();
    const keys = this["##keys"];
    const alive = this["##alive"];
    linkKey(this["##slots"], key, keys.length);
    keys.push(key);
    if (alive !== undefined) alive.push(true);
    this["##size"]++;
  }

  /** Closes the gaps that deleted entries left, and makes room. */
  "##rebuild"(): void {
    const alive = this["##alive"];
    if (alive !== undefined) {
      this["##keys"] = living(this["##keys"], alive);
      this["##moveValues"](alive);
      this["##alive"] = undefined;
      this["##first"] = 0;
      const era = this["##era"];
      if (era !== undefined) this["##era"] = era.end(alive, false);
    }
    this["##slots"] = slotsFor(this["##keys"]);
  }

  /** The values of the keys that are alive follow them; a table of keys alone has none. */
  "##moveValues"(_alive: boolean[]): void {}

  "##dropValues"(): void {}
}

/** Keys with a value each. */
export class ValueTable<K, V> extends KeyTable<K> {
  "##values": V[] = [];

  "##get"(key: K): V | undefined {
    const place = this["##find"](key);
    return place < 0 ? undefined : this["##values"][place];
  }

  "##set"(key: K, value: V): void {
    const values = this["##values"];
    const place = this["##find"](key);
    if (place >= 0 && place < values.length) {
      values[place] = value;
    } else {
      this["##append"](key);
      this["##values"].push(value);
    }
  }

  override "##moveValues"(alive: boolean[]): void {
    this["##values"] = living(this["##values"], alive);
  }

  override "##dropValues"(): void {
    this["##values"] = [];
  }
}

/** There is no -0 among the keys. */
function normalKey<K>(key: K): K {
  return (key as unknown) === 0 ? (0 as K) : key;
}

/** A place among the entries of a table that may change meanwhile. */
export class KeyCursor<K> {
  "##table": KeyTable<K>;
  "##era": Era;
  /** The entry that `##advance` came to; the next one to look at stands behind it. */
  "##place": number;

  constructor(table: KeyTable<K>) {
    this["##table"] = table;
    const era = table["##era"] ?? new Era();
    table["##era"] = era;
    this["##era"] = era;
    this["##place"] = table["##first"] - 1;
  }

  /** Goes to the next entry; false if there is none, now and for ever. */
  "##advance"(): boolean {
    if (this["##era"].next !== undefined) this["##catchUp"]();
    const table = this["##table"];
    const alive = table["##alive"];
    const count = table["##keys"].length;
    let place = this["##place"] + 1;
    while (place < count && !isAlive(alive, place)) place++;
    if (place >= count) {
      this["##place"] = Number.MAX_SAFE_INTEGER - 1;
      return false;
    }
    this["##place"] = place;
    return true;
  }

  /** Entries have moved since the last step. */
  "##catchUp"(): void {
    let era = this["##era"];
    let next = this["##place"] + 1;
    for (let following = era.next; following !== undefined; following = era.next) {
      if (next < Number.MAX_SAFE_INTEGER) next = era.cleared ? 0 : next - deadBefore(era.alive, next);
      era = following;
    }
    this["##era"] = era;
    this["##place"] = next - 1;
  }

  "##key"(): K {
    return this["##table"]["##keys"][this["##place"]]!;
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** The keys of a Map, the elements of a Set. */
export class KeyIterator<K> extends KeyCursor<K> {
  "##value"(): K {
    return this["##key"]();
  }

  next(): { value: K | undefined; done: boolean } {
    return this["##advance"]() ? { value: this["##key"](), done: false } : { value: undefined, done: true };
  }
}
