// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** WeakMap and WeakSet. They hold their keys as long as they live themselves: no program can tell. */

import { KeyTable, ValueTable } from "./key-tables.ts";

function isObject(key: unknown): boolean {
  return (typeof key === "object" && key !== null) || typeof key === "function";
}

export class WeakMap<K, V> {
  "##table": ValueTable<K, V> = new ValueTable<K, V>();

  constructor(entries?: Iterable<readonly [K, V]> | null) {
    if (entries === undefined || entries === null) return;
    for (const entry of entries) this.set(entry[0], entry[1]);
  }

  get(key: K): V | undefined {
    return this["##table"]["##get"](key);
  }

  has(key: K): boolean {
    return this["##table"].has(key);
  }

  delete(key: K): boolean {
    return this["##table"].delete(key);
  }

  set(key: K, value: V): this {
    if (!isObject(key)) throw new TypeError("Invalid value used as weak map key");
    this["##table"]["##set"](key, value);
    return this;
  }

  get [Symbol.toStringTag](): string {
    return "WeakMap";
  }
}

export class WeakSet<T> {
  "##table": KeyTable<T> = new KeyTable<T>();

  constructor(values?: Iterable<T> | null) {
    if (values === undefined || values === null) return;
    for (const value of values) this.add(value);
  }

  add(value: T): this {
    if (!isObject(value)) throw new TypeError("Invalid value used in weak set");
    const table = this["##table"];
    if (table["##find"](value) < 0) table["##append"](value);
    return this;
  }

  has(value: T): boolean {
    return this["##table"].has(value);
  }

  delete(value: T): boolean {
    return this["##table"].delete(value);
  }

  get [Symbol.toStringTag](): string {
    return "WeakSet";
  }
}
