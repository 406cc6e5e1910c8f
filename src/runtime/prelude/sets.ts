// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** Set: as Map, without values. */
import { KeyCursor, KeyIterator, KeyTable } from "./key-tables.ts";

export class Set<T> extends KeyTable<T> {
  constructor(values?: Iterable<T> | null) {
    super();
    if (values === undefined || values === null) return;
    for (const value of values) this.add(value);
  }

  add(value: T): this {
    if (this["##find"](value) < 0) this["##append"](value);
    return this;
  }

  forEach(f: (value: T, again: T, set: Set<T>) => void): void {
    const values = new KeyIterator<T>(this);
    while (values["##advance"]()) {
      const value = values["##key"]();
      f(value, value, this);
    }
  }

  entries(): SetEntries<T> {
    return new SetEntries<T>(this);
  }

  keys(): KeyIterator<T> {
    return new KeyIterator<T>(this);
  }

  values(): KeyIterator<T> {
    return new KeyIterator<T>(this);
  }

  [Symbol.iterator](): KeyIterator<T> {
    return new KeyIterator<T>(this);
  }

  /** The elements, for printing. */
  "##contents"(): T[] {
    const result: T[] = [];
    const values = new KeyIterator<T>(this);
    while (values["##advance"]()) result.push(values["##key"]());
    return result;
  }

  get [Symbol.toStringTag](): string {
    return "Set";
  }
}

export class SetEntries<T> extends KeyCursor<T> {
  "##value"(): [T, T] {
    const value = this["##key"]();
    return [value, value];
  }

  next(): { value: [T, T] | undefined; done: boolean } {
    return this["##advance"]() ? { value: this["##value"](), done: false } : { value: undefined, done: true };
  }
}
