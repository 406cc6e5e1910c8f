/**
 * Methods of arrays, as functions whose first parameter is the array. Part of every program that calls one; each call has
 * a copy of its own, so that nothing of one call is mixed with another's.
 *
 * The length is that at the start, as the language wants it: what a callback appends is not visited, what it removes is
 * skipped.
 */

/** What the run-time knows of arrays beside their elements. */
interface Holed {
  "##has"(index: number): boolean;
  "##meetHole"(): void;
}

/** False for a hole; the index is in range. */
function isWritten<T>(array: T[], index: number): boolean {
  return (array as unknown as Holed)["##has"](index);
}

export function forEach<T>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => void,
  self: unknown,
): void {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length && isWritten(array, i)) f.call(self, array[i]!, i, array);
  }
}

export function map<T, U>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => U,
  self: unknown,
): U[] {
  const result: U[] = [];
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i >= array.length) continue;
    if (isWritten(array, i)) result.push(f.call(self, array[i]!, i, array));
    else (array as unknown as Holed)["##meetHole"]();
  }
  return result;
}

export function filter<T>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => unknown,
  self: unknown,
): T[] {
  const result: T[] = [];
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length && isWritten(array, i)) {
      const value = array[i]!;
      if (f.call(self, value, i, array)) result.push(value);
    }
  }
  return result;
}

export function flatMap<T, U>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => U | U[],
  self: unknown,
): U[] {
  const result: U[] = [];
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length && isWritten(array, i)) {
      const part = f.call(self, array[i]!, i, array);
      if (Array.isArray(part)) {
        for (const one of part) result.push(one);
      } else {
        result.push(part);
      }
    }
  }
  return result;
}

export function reduce<T>(array: T[], f: (result: T, value: T, index: number, array: T[]) => T): T {
  const length = array.length;
  let start = 0;
  while (start < length && !isWritten(array, start)) start++;
  if (start >= length) throw new TypeError("Reduce of empty array with no initial value");
  let result = array[start] as T;
  for (let i = start + 1; i < length; i++) {
    if (i < array.length && isWritten(array, i)) result = f(result, array[i]!, i, array);
  }
  return result;
}

/** `reduce` with an initial value, which may be undefined. */
export function reduceFrom<T, U>(
  array: T[],
  f: (result: U, value: T, index: number, array: T[]) => U,
  initial: U,
): U {
  const length = array.length;
  let result = initial;
  for (let i = 0; i < length; i++) {
    if (i < array.length && isWritten(array, i)) result = f(result, array[i]!, i, array);
  }
  return result;
}

export function reduceRight<T>(array: T[], f: (result: T, value: T, index: number, array: T[]) => T): T {
  let start = array.length - 1;
  while (start >= 0 && !isWritten(array, start)) start--;
  if (start < 0) throw new TypeError("Reduce of empty array with no initial value");
  let result = array[start] as T;
  for (let i = start - 1; i >= 0; i--) {
    if (i < array.length && isWritten(array, i)) result = f(result, array[i]!, i, array);
  }
  return result;
}

/** `reduceRight` with an initial value, which may be undefined. */
export function reduceRightFrom<T, U>(
  array: T[],
  f: (result: U, value: T, index: number, array: T[]) => U,
  initial: U,
): U {
  let result = initial;
  for (let i = array.length - 1; i >= 0; i--) {
    if (i < array.length && isWritten(array, i)) result = f(result, array[i]!, i, array);
  }
  return result;
}

export function some<T>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => unknown,
  self: unknown,
): boolean {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length && isWritten(array, i) && f.call(self, array[i]!, i, array)) return true;
  }
  return false;
}

export function every<T>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => unknown,
  self: unknown,
): boolean {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length && isWritten(array, i) && !f.call(self, array[i]!, i, array)) return false;
  }
  return true;
}

export function find<T>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => unknown,
  self: unknown,
): T | undefined {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    const value = array[i]!;
    if (f.call(self, value, i, array)) return value;
  }
  return undefined;
}

export function findIndex<T>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => unknown,
  self: unknown,
): number {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (f.call(self, array[i]!, i, array)) return i;
  }
  return -1;
}

export function findLast<T>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => unknown,
  self: unknown,
): T | undefined {
  for (let i = array.length - 1; i >= 0; i--) {
    const value = array[i]!;
    if (f.call(self, value, i, array)) return value;
  }
  return undefined;
}

export function findLastIndex<T>(
  array: T[],
  f: (this: unknown, value: T, index: number, array: T[]) => unknown,
  self: unknown,
): number {
  for (let i = array.length - 1; i >= 0; i--) {
    if (f.call(self, array[i]!, i, array)) return i;
  }
  return -1;
}

export function lastIndexOf<T>(array: T[], value: T): number {
  return lastIndexBefore(array, value, array.length - 1);
}

/** `lastIndexOf` with a start: undefined is 0. */
export function lastIndexOfFrom<T>(array: T[], value: T, from: number | undefined): number {
  const whole = from === undefined ? 0 : Math.trunc(from) || 0;
  return lastIndexBefore(array, value, whole < 0 ? array.length + whole : Math.min(whole, array.length - 1));
}

function lastIndexBefore<T>(array: T[], value: T, start: number): number {
  for (let i = start; i >= 0; i--) {
    if (array[i] === value && isWritten(array, i)) return i;
  }
  return -1;
}

export function at<T>(array: T[], index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  const i = whole < 0 ? array.length + whole : whole;
  return i >= 0 && i < array.length ? array[i] : undefined;
}

// biome-ignore lint/suspicious/noShadowRestrictedNames: it is that method.
export function toString<T>(array: T[]): string {
  return array.join();
}

export function flat<T>(array: T[], depth: number | undefined): unknown[] {
  const result: unknown[] = [];
  const most = depth === undefined ? 1 : Math.trunc(depth) || 0;
  for (let i = 0; i < array.length; i++) {
    if (!isWritten(array, i)) continue;
    const one = array[i]!;
    if (Array.isArray(one) && most >= 1) {
      for (let k = 0; k < one.length; k++) {
        if (!isWritten(one, k)) continue;
        const inner = one[k]!;
        if (Array.isArray(inner) && most >= 2) appendFlat(result, inner, most - 2);
        else result.push(inner);
      }
    } else {
      result.push(one);
    }
  }
  return result;
}

/** Arrays of arrays of arrays share one storage from here on: what is flattened once or twice is spared that. */
function appendFlat(result: unknown[], array: unknown[], depth: number): void {
  for (let i = 0; i < array.length; i++) {
    if (!isWritten(array, i)) continue;
    const one = array[i]!;
    if (Array.isArray(one) && depth >= 1) appendFlat(result, one, depth - 1);
    else result.push(one);
  }
}

export function toReversed<T>(array: T[]): T[] {
  return array.slice().reverse();
}

/** The method `with`, whose name is a word of the language. */
export function with_<T>(array: T[], index: number, value: T): T[] {
  const whole = Math.trunc(index) || 0;
  const i = whole < 0 ? array.length + whole : whole;
  if (!(i >= 0 && i < array.length)) throw new RangeError(`Invalid index : ${index}`);
  const result = array.slice();
  result[i] = value;
  return result;
}

/** `array[Symbol.iterator]()`. */
export function* symbolIterator<T>(array: T[]): Generator<T> {
  for (let i = 0; i < array.length; i++) yield array[i]!;
}

export function* values<T>(array: T[]): Generator<T> {
  for (let i = 0; i < array.length; i++) yield array[i]!;
}

export function* keys<T>(array: T[]): Generator<number> {
  for (let i = 0; i < array.length; i++) yield i;
}

export function* entries<T>(array: T[]): Generator<[number, T]> {
  for (let i = 0; i < array.length; i++) yield [i, array[i]!];
}

/** `array.unshift(...values)`. */
export function unshiftAll<T>(array: T[], values: T[]): number {
  insertAt(array, 0, values);
  return array.length;
}

/** `array.push(...values)`: all are there before the first is pushed, so that `array.push(...array)` ends. */
export function pushAll<T>(array: T[], values: T[]): number {
  for (const value of values) array.push(value);
  return array.length;
}

/** `array.concat(...values)`. */
export function concatAll<T>(array: T[], values: (T | T[])[]): T[] {
  let result = array.concat();
  for (const value of values) result = result.concat(value);
  return result;
}

/** `array.splice(start, count, ...values)`. */
export function spliceAll<T>(array: T[], start: number, count: number, values: T[]): T[] {
  const length = array.length;
  const whole = Math.trunc(start) || 0;
  const at = whole < 0 ? Math.max(0, length + whole) : Math.min(whole, length);
  const removed = array.splice(at, count);
  insertAt(array, at, values);
  return removed;
}

/** Makes room behind the last element, moves what is in the way, and writes the values. */
function insertAt<T>(array: T[], at: number, values: T[]): void {
  const count = values.length;
  const moved = array.length - at;
  for (const value of values) array.push(value);
  array.copyWithin(at + count, at, at + moved);
  // A write by an index would leave holes, for all that flow knows.
  for (let i = 0; i < count; i++) array.fill(values[i]!, at + i, at + i + 1);
}
