/**
 * Methods of arrays, as functions whose first parameter is the array. Part of every program that calls one; each call has
 * a copy of its own, so that nothing of one call is mixed with another's.
 *
 * The length is that at the start, as the language wants it: what a callback appends is not visited, what it removes is
 * skipped.
 */

export function forEach<T>(array: T[], f: (value: T, index: number, array: T[]) => void): void {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length) f(array[i]!, i, array);
  }
}

export function map<T, U>(array: T[], f: (value: T, index: number, array: T[]) => U): U[] {
  const result: U[] = [];
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length) result.push(f(array[i]!, i, array));
  }
  return result;
}

export function filter<T>(array: T[], f: (value: T, index: number, array: T[]) => unknown): T[] {
  const result: T[] = [];
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length) {
      const value = array[i]!;
      if (f(value, i, array)) result.push(value);
    }
  }
  return result;
}

export function flatMap<T, U>(array: T[], f: (value: T, index: number, array: T[]) => U | U[]): U[] {
  const result: U[] = [];
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length) {
      const part = f(array[i]!, i, array);
      if (Array.isArray(part)) {
        for (const one of part) result.push(one);
      } else {
        result.push(part);
      }
    }
  }
  return result;
}

export function reduce<T, U>(
  array: T[],
  f: (result: U, value: T, index: number, array: T[]) => U,
  initial: U | undefined,
): U {
  const length = array.length;
  let start = 0;
  let result: U;
  if (initial === undefined) {
    if (length === 0) throw new TypeError("Reduce of empty array with no initial value");
    result = array[0] as unknown as U;
    start = 1;
  } else {
    result = initial;
  }
  for (let i = start; i < length; i++) {
    if (i < array.length) result = f(result, array[i]!, i, array);
  }
  return result;
}

export function reduceRight<T, U>(
  array: T[],
  f: (result: U, value: T, index: number, array: T[]) => U,
  initial: U | undefined,
): U {
  let i = array.length - 1;
  let result: U;
  if (initial === undefined) {
    if (i < 0) throw new TypeError("Reduce of empty array with no initial value");
    result = array[i] as unknown as U;
    i--;
  } else {
    result = initial;
  }
  while (i >= 0) {
    if (i < array.length) result = f(result, array[i]!, i, array);
    i--;
  }
  return result;
}

export function some<T>(array: T[], f: (value: T, index: number, array: T[]) => unknown): boolean {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length && f(array[i]!, i, array)) return true;
  }
  return false;
}

export function every<T>(array: T[], f: (value: T, index: number, array: T[]) => unknown): boolean {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (i < array.length && !f(array[i]!, i, array)) return false;
  }
  return true;
}

export function find<T>(array: T[], f: (value: T, index: number, array: T[]) => unknown): T | undefined {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    const value = array[i]!;
    if (f(value, i, array)) return value;
  }
  return undefined;
}

export function findIndex<T>(array: T[], f: (value: T, index: number, array: T[]) => unknown): number {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (f(array[i]!, i, array)) return i;
  }
  return -1;
}

export function findLast<T>(array: T[], f: (value: T, index: number, array: T[]) => unknown): T | undefined {
  for (let i = array.length - 1; i >= 0; i--) {
    const value = array[i]!;
    if (f(value, i, array)) return value;
  }
  return undefined;
}

export function findLastIndex<T>(array: T[], f: (value: T, index: number, array: T[]) => unknown): number {
  for (let i = array.length - 1; i >= 0; i--) {
    if (f(array[i]!, i, array)) return i;
  }
  return -1;
}

export function lastIndexOf<T>(array: T[], value: T): number {
  for (let i = array.length - 1; i >= 0; i--) {
    if (array[i] === value) return i;
  }
  return -1;
}

export function at<T>(array: T[], index: number): T | undefined {
  const whole = Math.trunc(index);
  const i = whole < 0 ? array.length + whole : whole;
  return i >= 0 && i < array.length ? array[i] : undefined;
}

export function shift<T>(array: T[]): T | undefined {
  const length = array.length;
  if (length === 0) return undefined;
  const first = array[0]!;
  for (let i = 1; i < length; i++) array[i - 1] = array[i]!;
  array.pop();
  return first;
}

/** Stable, by merging runs that double in length (as the language's own sort must be). */
export function sort<T>(array: T[], compare: ((a: T, b: T) => number) | undefined): T[] {
  const length = array.length;
  const from: T[] = [];
  const to: T[] = [];
  for (let i = 0; i < length; i++) {
    from.push(array[i]!);
    to.push(array[i]!);
  }
  for (let width = 1; width < length; width *= 2) {
    for (let low = 0; low < length; low += 2 * width) {
      const middle = Math.min(low + width, length);
      const high = Math.min(low + 2 * width, length);
      let left = low;
      let right = middle;
      for (let i = low; i < high; i++) {
        if (left < middle && (right >= high || !isAfter(from[left]!, from[right]!, compare))) {
          to[i] = from[left]!;
          left++;
        } else {
          to[i] = from[right]!;
          right++;
        }
      }
    }
    for (let i = 0; i < length; i++) from[i] = to[i]!;
  }
  for (let i = 0; i < length; i++) array[i] = from[i]!;
  return array;
}

/** Undefined comes last; without a comparison values go in the order of their strings. */
function isAfter<T>(a: T, b: T, compare: ((a: T, b: T) => number) | undefined): boolean {
  if (b === undefined) return false;
  if (a === undefined) return true;
  if (compare === undefined) return `${a}` > `${b}`;
  return compare(a, b) > 0;
}
