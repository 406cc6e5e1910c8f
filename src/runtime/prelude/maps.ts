// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** Map: a copy for each place in the program that makes one, so that keys and values have their own representation. */
import { KeyCursor, KeyIterator, ValueTable } from "./key-tables.ts";

export class Map<K, V> extends ValueTable<K, V> {
  constructor(entries?: Iterable<readonly [K, V]> | null) {
    super();
    if (entries === undefined || entries === null) return;
    for (const entry of entries) this.set(entry[0], entry[1]);
  }

  get(key: K): V | undefined {
    return this["##get"](key);
  }

  set(key: K, value: V): this {
    this["##set"](key, value);
    return this;
  }

  forEach(f: (value: V, key: K, map: Map<K, V>) => void): void {
    const entries = new MapEntries<K, V>(this);
    while (entries["##advance"]()) f(entries["##mapped"](), entries["##key"](), this);
  }

  entries(): MapEntries<K, V> {
    return new MapEntries<K, V>(this);
  }

  keys(): KeyIterator<K> {
    return new KeyIterator<K>(this);
  }

  values(): MapValues<K, V> {
    return new MapValues<K, V>(this);
  }

  [Symbol.iterator](): MapEntries<K, V> {
    return new MapEntries<K, V>(this);
  }

  /** Keys and values in turn, for printing. */
  "##contents"(): (K | V)[] {
    const result: (K | V)[] = [];
    const entries = new MapEntries<K, V>(this);
    while (entries["##advance"]()) {
      result.push(entries["##key"]());
      result.push(entries["##mapped"]());
    }
    return result;
  }

  get [Symbol.toStringTag](): string {
    return "Map";
  }
}

class MapCursor<K, V> extends KeyCursor<K> {
  "##map": Map<K, V>;

  constructor(map: Map<K, V>) {
    super(map);
    this["##map"] = map;
  }

  /** The value of the current key. */
  "##mapped"(): V {
    return this["##map"]["##values"][this["##place"]]!;
  }
}

export class MapEntries<K, V> extends MapCursor<K, V> {
  "##value"(): [K, V] {
    return [this["##key"](), this["##mapped"]()];
  }

  next(): { value: [K, V] | undefined; done: boolean } {
    return this["##advance"]() ? { value: this["##value"](), done: false } : { value: undefined, done: true };
  }
}

export class MapValues<K, V> extends MapCursor<K, V> {
  "##value"(): V {
    return this["##mapped"]();
  }

  next(): { value: V | undefined; done: boolean } {
    return this["##advance"]()
      ? { value: this["##mapped"](), done: false }
      : { value: undefined, done: true };
  }
}
