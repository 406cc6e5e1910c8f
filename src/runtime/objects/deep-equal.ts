/* Whether two values are alike all through: util.isDeepStrictEqual and the tests of `assert`. */
import {
  type float,
  reflectContents,
  reflectCount,
  reflectErrorName,
  reflectItem,
  reflectKey,
  reflectKind,
  reflectName,
  reflectState,
  sameObject,
} from "../../memory/value-primitives.ts";
import {
  absentState,
  arrayKind,
  errorKind,
  functionKind,
  hiddenState,
  mapKind,
  promiseKind,
  setKind,
  textKind,
  typedArrayKind,
  weakKind,
} from "../inspect/kinds.ts";

/** The pairs of objects around the current ones: pairs that are met again inside themselves count as alike. */
class Comparison {
  readonly strict: boolean;
  readonly left: unknown[] = [];
  readonly right: unknown[] = [];

  constructor(strict: boolean) {
    this.strict = strict;
  }
}

/** `strict` tells 1 from "1", classes, and what `Object.is` tells apart. */
export function deepEqual(a: unknown, b: unknown, strict: boolean): boolean {
  return alike(new Comparison(strict), a, b);
}

function isPrimitive(value: unknown): boolean {
  if (value === undefined || value === null || typeof value === "string") {
    return true;
  }
  return typeof value === "number" || typeof value === "boolean";
}

function alike(c: Comparison, a: unknown, b: unknown): boolean {
  if (isPrimitive(a) || isPrimitive(b)) {
    return isPrimitive(a) && isPrimitive(b) && (c.strict ? isSame(a, b) : isEqual(a, b));
  }
  if (sameObject(a, b)) {
    return true;
  }
  const kind = reflectKind(a);
  if (kind !== reflectKind(b) && (c.strict || !isPlain(kind) || !isPlain(reflectKind(b)))) {
    return false;
  }
  if (kind === functionKind || kind === weakKind || kind === promiseKind) {
    return false;
  }
  const named = c.strict || kind === typedArrayKind;
  if (named && reflectName(a) !== reflectName(b)) {
    return false;
  }
  for (let i = c.left.length - 1; i >= 0; i--) {
    if (sameObject(c.left[i], a)) {
      return sameObject(c.right[i], b);
    }
  }
  c.left.push(a);
  c.right.push(b);
  const result = areContentsAlike(c, kind, a, b);
  c.left.pop();
  c.right.pop();
  return result;
}

/** Literals and instances of classes are alike for a loose test. */
function isPlain(kind: number): boolean {
  return kind === 0 || kind === 4;
}

/** Object.is. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === "number") {
    return typeof b === "number" && isSameNumber(a, b);
  }
  return a === b;
}

function isSameNumber(a: float, b: float): boolean {
  if (a === b) {
    return a !== 0.0 || 1.0 / a === 1.0 / b;
  }
  return Number.isNaN(a) && Number.isNaN(b);
}

/** `==`, and NaN is equal to itself. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === undefined || a === null || b === undefined || b === null) {
    return (a === undefined || a === null) && (b === undefined || b === null);
  }
  if (typeof a === "string" && typeof b === "string") {
    return a === b;
  }
  const x = Number(a);
  const y = Number(b);
  return x === y || (typeof a === "number" && typeof b === "number" && Number.isNaN(x) && Number.isNaN(y));
}

function areContentsAlike(c: Comparison, kind: number, a: unknown, b: unknown): boolean {
  if (kind === arrayKind || kind === typedArrayKind) {
    return areElementsAlike(c, a, b);
  }
  if (kind === textKind) {
    return String(reflectContents(a)) === String(reflectContents(b));
  }
  if (kind === mapKind) {
    return areEntriesAlike(c, a, b, 2) && arePropertiesAlike(c, a, b);
  }
  if (kind === setKind) {
    return areEntriesAlike(c, a, b, 1) && arePropertiesAlike(c, a, b);
  }
  if (kind === errorKind && reflectErrorName(a) !== reflectErrorName(b)) {
    return false;
  }
  return arePropertiesAlike(c, a, b);
}

/** A hole is like undefined only for a loose test. */
function areElementsAlike(c: Comparison, a: unknown, b: unknown): boolean {
  const count = reflectCount(a);
  if (reflectCount(b) !== count) {
    return false;
  }
  for (let i = 0; i < count; i++) {
    if (c.strict && (reflectState(a, i) === absentState) !== (reflectState(b, i) === absentState)) {
      return false;
    }
    if (!alike(c, reflectItem(a, i), reflectItem(b, i))) {
      return false;
    }
  }
  return true;
}

/** In any order: each entry of one has its like in the other. */
function areEntriesAlike(c: Comparison, a: unknown, b: unknown, width: number): boolean {
  const ours = reflectContents(a);
  const theirs = reflectContents(b);
  const count = reflectCount(ours);
  if (reflectCount(theirs) !== count) {
    return false;
  }
  const taken: boolean[] = [];
  for (let at = 0; at < count; at++) {
    taken.push(false);
  }
  for (let at = 0; at < count; at += width) {
    const place = likeEntry(c, ours, theirs, at, width, taken);
    if (place < 0) {
      return false;
    }
    taken[place] = true;
  }
  return true;
}

/** Most often it stands at the same place. */
function likeEntry(
  c: Comparison,
  ours: unknown,
  theirs: unknown,
  at: number,
  width: number,
  taken: boolean[],
): number {
  const count = taken.length;
  for (let step = 0; step < count; step += width) {
    const other = at + step < count ? at + step : at + step - count;
    if (!taken[other]! && isEntryAlike(c, ours, theirs, at, other, width)) {
      return other;
    }
  }
  return -1;
}

function isEntryAlike(
  c: Comparison,
  ours: unknown,
  theirs: unknown,
  at: number,
  other: number,
  width: number,
): boolean {
  if (!alike(c, reflectItem(ours, at), reflectItem(theirs, other))) {
    return false;
  }
  return width === 1 || alike(c, reflectItem(ours, at + 1), reflectItem(theirs, other + 1));
}

/** Of hidden properties an error's message counts. */
function counts(object: unknown, index: number): boolean {
  const state = reflectState(object, index);
  return state !== absentState && (state !== hiddenState || reflectKey(object, index) === "message");
}

function arePropertiesAlike(c: Comparison, a: unknown, b: unknown): boolean {
  const count = reflectCount(a);
  const others = reflectCount(b);
  let left = 0;
  for (let i = 0; i < others; i++) {
    left += counts(b, i) ? 1 : 0;
  }
  for (let i = 0; i < count; i++) {
    if (!counts(a, i)) {
      continue;
    }
    const place = placeOfKey(b, others, reflectKey(a, i), i);
    if (place < 0 || !alike(c, reflectItem(a, i), reflectItem(b, place))) {
      return false;
    }
    left--;
  }
  return left === 0;
}

/** Most often it is the same as in the other object. */
function placeOfKey(object: unknown, count: number, key: string, likely: number): number {
  if (likely < count && reflectKey(object, likely) === key) {
    return counts(object, likely) ? likely : -1;
  }
  for (let i = 0; i < count; i++) {
    if (reflectKey(object, i) === key) {
      return counts(object, i) ? i : -1;
    }
  }
  return -1;
}
