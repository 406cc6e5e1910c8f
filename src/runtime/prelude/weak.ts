// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** WeakMap and WeakSet. */

import { isObject } from "./weak-fields.ts";
import { WeakEntry, WeakMapping, WeakTable } from "./weak-tables.ts";

export class WeakMap<K, V> extends WeakTable<K, WeakMapping<K, V>> {
  constructor(entries?: Iterable<readonly [K, V]> | null) {
    super();
    if (entries === undefined || entries === null) return;
    for (const entry of entries) this.set(entry[0], entry[1]);
  }

  get(key: K): V | undefined {
    return this["##find"](key)?.["##keptByKey"];
  }

  set(key: K, value: V): this {
    if (!isObject(key)) throw new TypeError("Invalid value used as weak map key");
    const entry = this["##find"](key);
    if (entry === undefined) this["##add"](new WeakMapping<K, V>(key, value), key);
    else entry["##keptByKey"] = value;
    return this;
  }

  get [Symbol.toStringTag](): string {
    return "WeakMap";
  }
}

export class WeakSet<T> extends WeakTable<T, WeakEntry<T>> {
  constructor(values?: Iterable<T> | null) {
    super();
    if (values === undefined || values === null) return;
    for (const value of values) this.add(value);
  }

  add(value: T): this {
    if (!isObject(value)) throw new TypeError("Invalid value used in weak set");
    if (this["##find"](value) === undefined) this["##add"](new WeakEntry<T>(value), value);
    return this;
  }

  get [Symbol.toStringTag](): string {
    return "WeakSet";
  }
}
