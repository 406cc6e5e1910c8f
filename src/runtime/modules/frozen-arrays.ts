/**
 * Arrays that are frozen, sealed or get no more elements. Only those places ask that an array which flow sees frozen can
 * reach (frontend/properties/frozen-arrays.ts); an array itself has no room to say so.
 */

const sealed = 2;
const frozen = 3;

const levels = new WeakMap<object, number>();

export function restrictArray(array: any, level: number): void {
  if (level > levelOf(array)) levels.set(array, level);
}

function levelOf(array: any): number {
  return levels.get(array) ?? 0;
}

/** An array that gets no elements has a length that can be written, unless it is frozen; nothing else where it is empty. */
export function isRestrictedArray(array: any, level: number, length: number): boolean {
  const own = levelOf(array);
  return own >= level || (own > 0 && level === sealed && length === 0);
}

export function isExtensibleArray(array: any, level: number): boolean {
  return levelOf(array) < level;
}

function failAdd(name: unknown): void {
  throw new TypeError(`Cannot add property ${String(name)}, object is not extensible`);
}

function failAssign(name: unknown): void {
  throw new TypeError(`Cannot assign to read only property '${String(name)}' of object '[object Array]'`);
}

function failDelete(name: unknown): void {
  throw new TypeError(`Cannot delete property '${String(name)}' of [object Array]`);
}

/** Before `array[name] = x`. */
export function checkElement(array: any, name: any, exists: boolean): void {
  const level = levelOf(array);
  if (level === 0) return;
  if (!exists) failAdd(name);
  if (level === frozen) failAssign(name);
}

/** Before `array.length = length`. */
export function checkLength(array: any, given: any, length: number): void {
  const level = levelOf(array);
  if (level === frozen) failAssign("length");
  if (level === sealed && Number(given) < length) failDelete(length - 1);
}

/** Before a method that changes its array: how many arguments it gets, and the first two. */
export function checkMethod(
  array: any,
  length: number,
  name: string,
  count: number,
  first: any,
  second: any,
): void {
  const level = levelOf(array);
  if (level === 0) return;
  switch (name) {
    case "push":
      if (count > 0) failAdd(length);
      break;
    case "unshift":
      if (count > 0) failAdd(length > 0 ? length + count - 1 : 0);
      break;
    case "pop":
      if (level >= sealed && length > 0) failDelete(length - 1);
      break;
    case "shift":
      if (level === frozen && length > 1) failAssign(0);
      if (level >= sealed && length > 0) failDelete(length - 1);
      break;
    case "splice":
      checkSplice(level, length, count, first, second);
      break;
    default:
      if (level === frozen && length > 1)
        failAssign(name === "fill" && count > 1 ? placeIn(second, length) : 0);
      return;
  }
  if (level === frozen) failAssign("length");
}

function placeIn(given: any, length: number): number {
  const place = Math.trunc(Number(given)) || 0;
  return place < 0 ? Math.max(length + place, 0) : Math.min(place, length);
}

function checkSplice(level: number, length: number, count: number, first: any, second: any): void {
  if (count === 0) return;
  const start = placeIn(first, length);
  const most = length - start;
  const removed = count === 1 ? most : Math.min(Math.max(Math.trunc(Number(second)) || 0, 0), most);
  const added = Math.max(count - 2, 0);
  if (added > removed) failAdd(start + removed < length ? length - removed + added - 1 : length);
  if (level === frozen && start + removed < length && added < removed) failAssign(start + added);
  if (level === frozen && added > 0) failAssign(start);
  if (level >= sealed && added < removed) failDelete(length - 1);
}
