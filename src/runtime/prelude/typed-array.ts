// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/**
 * What all typed arrays have in common. The class is cloned for each kind, so that elements are of one kind in each copy of
 * these methods; `this[i]` is one check and one load (lower/arrays/typed-arrays.ts).
 *
 * Names that begin with `##` are the run-time's own (key-tables.ts).
 */
import { allocateBuffer, copyBuffer, sameBuffer } from "../../memory/byte-primitives.ts";
import type { Reference } from "../../memory/memory.ts";
import { ArrayBuffer, clampedPosition } from "./array-buffers.ts";

export type Source = number | ArrayBuffer | Iterable<number>;

export abstract class TypedArray<Self> {
  [index: number]: number;
  declare "##length": number;
  declare "##bytes": Reference;
  declare "##start": number;
  /** Made when somebody asks for it. */
  "##buffer": ArrayBuffer | undefined = undefined;

  constructor(source: Source | undefined | null, byteOffset: number | undefined, length: number | undefined) {
    const size = this.BYTES_PER_ELEMENT;
    if (source instanceof ArrayBuffer) {
      const offset = Math.trunc(byteOffset ?? 0) || 0;
      const rest = source.byteLength - offset;
      if (offset % size !== 0)
        throw new RangeError(`start offset of ${this["##name"]()} should be a multiple of ${size}`);
      if (!(offset >= 0 && rest >= 0))
        throw new RangeError(`Start offset ${offset} is outside the bounds of the buffer`);
      if (length === undefined && rest % size !== 0)
        throw new RangeError(`byte length of ${this["##name"]()} should be a multiple of ${size}`);
      const count = length === undefined ? Math.floor(rest / size) : Math.trunc(length) || 0;
      if (!(Number.isSafeInteger(count) && count >= 0 && count * size <= rest))
        throw new RangeError(`Invalid typed array length: ${count}`);
      this["##length"] = count;
      this["##bytes"] = source["##bytes"];
      this["##start"] = offset;
      this["##buffer"] = source;
    } else if (typeof source === "number" || source === undefined || source === null) {
      const count = Math.trunc(source ?? 0) || 0;
      if (!(Number.isSafeInteger(count) && count >= 0 && count * size <= 4294967295))
        throw new RangeError(`Invalid typed array length: ${source}`);
      this["##length"] = count;
      this["##bytes"] = allocateBuffer(count * size);
      this["##start"] = 0;
    } else {
      const list: number[] = [];
      for (const one of source) list.push(one);
      this["##length"] = list.length;
      this["##bytes"] = allocateBuffer(list.length * size);
      this["##start"] = 0;
      for (let i = 0; i < list.length; i++) this[i] = list[i]!;
    }
  }

  /** Each kind has its own. */
  get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  "##make"(length: number): this {
    return new (this.constructor as any)(length, undefined, undefined);
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new (this.constructor as any)(buffer, byteOffset, length);
  }

  "##name"(): string {
    return this.constructor.name;
  }

  get length(): number {
    return this["##length"];
  }

  get buffer(): ArrayBuffer {
    const known = this["##buffer"];
    if (known !== undefined) return known;
    const made = new ArrayBuffer(0);
    made["##adopt"](this["##bytes"], this.byteLength);
    this["##buffer"] = made;
    return made;
  }

  get byteOffset(): number {
    return this["##start"];
  }

  get byteLength(): number {
    return this.length * this.BYTES_PER_ELEMENT;
  }

  at(index: number): number | undefined {
    const whole = Math.trunc(index) || 0;
    const i = whole < 0 ? this.length + whole : whole;
    return i >= 0 && i < this.length ? this[i] : undefined;
  }

  set(source: ArrayLike<number>, offset: number | undefined): void {
    const start = Math.trunc(offset ?? 0) || 0;
    const count = source.length;
    if (!(start >= 0 && start + count <= this.length)) throw new RangeError("offset is out of bounds");
    if (source instanceof TypedArray && sameBuffer(source["##bytes"], this["##bytes"])) {
      const list: number[] = [];
      for (let i = 0; i < count; i++) list.push(source[i]!);
      for (let i = 0; i < count; i++) this[start + i] = list[i]!;
      return;
    }
    for (let i = 0; i < count; i++) this[start + i] = source[i]!;
  }

  subarray(from: number | undefined, to: number | undefined): this {
    const start = clampedPosition(from, this.length, 0);
    const end = clampedPosition(to, this.length, this.length);
    return this["##view"](
      this.buffer,
      this["##start"] + start * this.BYTES_PER_ELEMENT,
      Math.max(0, end - start),
    );
  }

  slice(from: number | undefined, to: number | undefined): this {
    const start = clampedPosition(from, this.length, 0);
    const count = Math.max(0, clampedPosition(to, this.length, this.length) - start);
    const made = this["##make"](count);
    const size = this.BYTES_PER_ELEMENT;
    copyBuffer(made["##bytes"], 0, this["##bytes"], this["##start"] + start * size, count * size);
    return made;
  }

  fill(value: number, from: number | undefined, to: number | undefined): this {
    const start = clampedPosition(from, this.length, 0);
    const end = clampedPosition(to, this.length, this.length);
    for (let i = start; i < end; i++) this[i] = value;
    return this;
  }

  copyWithin(target: number, from: number | undefined, to: number | undefined): this {
    const at = clampedPosition(target, this.length, 0);
    const start = clampedPosition(from, this.length, 0);
    const end = clampedPosition(to, this.length, this.length);
    const count = Math.min(end - start, this.length - at);
    const size = this.BYTES_PER_ELEMENT;
    const first = this["##start"];
    if (count > 0)
      copyBuffer(this["##bytes"], first + at * size, this["##bytes"], first + start * size, count * size);
    return this;
  }

  reverse(): this {
    for (let i = 0, j = this.length - 1; i < j; i++, j--) {
      const one = this[i]!;
      this[i] = this[j]!;
      this[j] = one;
    }
    return this;
  }

  toReversed(): this {
    return this.slice(0, undefined).reverse();
  }

  with(index: number, value: number): this {
    const whole = Math.trunc(index) || 0;
    const i = whole < 0 ? this.length + whole : whole;
    if (!(i >= 0 && i < this.length)) throw new RangeError("Invalid typed array index");
    const made = this.slice(0, undefined);
    made[i] = value;
    return made;
  }

  indexOf(value: number, from: number | undefined): number {
    for (let i = clampedPosition(from, this.length, 0); i < this.length; i++) if (this[i] === value) return i;
    return -1;
  }

  lastIndexOf(value: number, ...from: (number | undefined)[]): number {
    const whole = from.length === 0 ? this.length - 1 : Math.trunc(from[0] ?? 0) || 0;
    const start = whole < 0 ? this.length + whole : Math.min(whole, this.length - 1);
    for (let i = start; i >= 0; i--) if (this[i] === value) return i;
    return -1;
  }

  includes(value: number, from: number | undefined): boolean {
    for (let i = clampedPosition(from, this.length, 0); i < this.length; i++) {
      const one = this[i]!;
      if (one === value || (Number.isNaN(one) && Number.isNaN(value))) return true;
    }
    return false;
  }

  join(separator: string | undefined): string {
    return this["##list"]().join(separator);
  }

  toString(): string {
    return this["##list"]().join();
  }

  "##list"(): number[] {
    const list: number[] = [];
    for (let i = 0; i < this.length; i++) list.push(this[i]!);
    return list;
  }

  forEach(f: (this: unknown, value: number, index: number, array: this) => void, self: unknown): void {
    for (let i = 0; i < this.length; i++) f.call(self, this[i]!, i, this);
  }

  map(f: (this: unknown, value: number, index: number, array: this) => number, self: unknown): this {
    const made = this["##make"](this.length);
    for (let i = 0; i < this.length; i++) made[i] = f.call(self, this[i]!, i, this);
    return made;
  }

  filter(f: (this: unknown, value: number, index: number, array: this) => unknown, self: unknown): this {
    const list: number[] = [];
    for (let i = 0; i < this.length; i++) {
      const one = this[i]!;
      if (f.call(self, one, i, this)) list.push(one);
    }
    const made = this["##make"](list.length);
    for (let i = 0; i < list.length; i++) made[i] = list[i]!;
    return made;
  }

  reduce<U>(f: (result: U, value: number, index: number, array: this) => U, ...initial: U[]): U {
    let start = 0;
    let result: U;
    if (initial.length === 0) {
      if (this.length === 0) throw new TypeError("Reduce of empty array with no initial value");
      result = this[0] as unknown as U;
      start = 1;
    } else {
      result = initial[0]!;
    }
    for (let i = start; i < this.length; i++) result = f(result, this[i]!, i, this);
    return result;
  }

  reduceRight<U>(f: (result: U, value: number, index: number, array: this) => U, ...initial: U[]): U {
    let i = this.length - 1;
    let result: U;
    if (initial.length === 0) {
      if (i < 0) throw new TypeError("Reduce of empty array with no initial value");
      result = this[i] as unknown as U;
      i--;
    } else {
      result = initial[0]!;
    }
    for (; i >= 0; i--) result = f(result, this[i]!, i, this);
    return result;
  }

  some(f: (this: unknown, value: number, index: number, array: this) => unknown, self: unknown): boolean {
    for (let i = 0; i < this.length; i++) if (f.call(self, this[i]!, i, this)) return true;
    return false;
  }

  every(f: (this: unknown, value: number, index: number, array: this) => unknown, self: unknown): boolean {
    for (let i = 0; i < this.length; i++) if (!f.call(self, this[i]!, i, this)) return false;
    return true;
  }

  find(
    f: (this: unknown, value: number, index: number, array: this) => unknown,
    self: unknown,
  ): number | undefined {
    for (let i = 0; i < this.length; i++) if (f.call(self, this[i]!, i, this)) return this[i];
    return undefined;
  }

  findIndex(f: (this: unknown, value: number, index: number, array: this) => unknown, self: unknown): number {
    for (let i = 0; i < this.length; i++) if (f.call(self, this[i]!, i, this)) return i;
    return -1;
  }

  findLast(
    f: (this: unknown, value: number, index: number, array: this) => unknown,
    self: unknown,
  ): number | undefined {
    for (let i = this.length - 1; i >= 0; i--) if (f.call(self, this[i]!, i, this)) return this[i];
    return undefined;
  }

  findLastIndex(
    f: (this: unknown, value: number, index: number, array: this) => unknown,
    self: unknown,
  ): number {
    for (let i = this.length - 1; i >= 0; i--) if (f.call(self, this[i]!, i, this)) return i;
    return -1;
  }

  sort(compare: ((a: number, b: number) => number) | undefined): this {
    const list = this["##list"]();
    if (compare === undefined) mergeSort(list, compareNumbers);
    else mergeSort(list, compare);
    for (let i = 0; i < list.length; i++) this[i] = list[i]!;
    return this;
  }

  toSorted(compare: ((a: number, b: number) => number) | undefined): this {
    return this.slice(0, undefined).sort(compare);
  }

  keys(): TypedKeys<Self> {
    return new TypedKeys<Self>(this);
  }

  values(): TypedValues<Self> {
    return new TypedValues<Self>(this);
  }

  entries(): TypedEntries<Self> {
    return new TypedEntries<Self>(this);
  }

  [Symbol.iterator](): TypedValues<Self> {
    return new TypedValues<Self>(this);
  }
}

/** The order of typed arrays: -0 before 0, NaN last. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return a === 0 ? (Object.is(a, b) ? 0 : Object.is(a, -0) ? -1 : 1) : 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return -1;
}

/** Stable; runs of doubled length are merged from one array into another. */
function mergeSort(list: number[], compare: (a: number, b: number) => number): void {
  const length = list.length;
  const other = list.slice();
  let from = list;
  let to = other;
  for (let width = 1; width < length; width *= 2) {
    for (let low = 0; low < length; low += 2 * width) {
      const middle = Math.min(low + width, length);
      const high = Math.min(low + 2 * width, length);
      let left = low;
      let right = middle;
      for (let i = low; i < high; i++) {
        if (left < middle && (right >= high || !(compare(from[right]!, from[left]!) < 0))) {
          to[i] = from[left]!;
          left++;
        } else {
          to[i] = from[right]!;
          right++;
        }
      }
    }
    const done = to;
    to = from;
    from = done;
  }
  if (from !== list) for (let i = 0; i < length; i++) list[i] = from[i]!;
}

export class TypedCursor<Self> {
  "##array": TypedArray<Self>;
  "##at" = -1;

  constructor(array: TypedArray<Self>) {
    this["##array"] = array;
  }

  [Symbol.iterator](): this {
    return this;
  }

  "##advance"(): boolean {
    this["##at"]++;
    return this["##at"] < this["##array"].length;
  }
}

export class TypedKeys<Self> extends TypedCursor<Self> {
  "##value"(): number {
    return this["##at"];
  }

  next(): { value: number | undefined; done: boolean } {
    return this["##advance"]() ? { value: this["##at"], done: false } : { value: undefined, done: true };
  }
}

export class TypedValues<Self> extends TypedCursor<Self> {
  "##value"(): number {
    return this["##array"][this["##at"]]!;
  }

  next(): { value: number | undefined; done: boolean } {
    return this["##advance"]() ? { value: this["##value"](), done: false } : { value: undefined, done: true };
  }
}

export class TypedEntries<Self> extends TypedCursor<Self> {
  "##value"(): [number, number] {
    return [this["##at"], this["##array"][this["##at"]]!];
  }

  next(): { value: [number, number] | undefined; done: boolean } {
    return this["##advance"]() ? { value: this["##value"](), done: false } : { value: undefined, done: true };
  }
}
