/**
 * Strings as the run-time makes and reads them. Each function is one machine operation or a few in a translated
 * program (`AnyString`, `String` and `Rope` of graph/well-known.ts); the bodies below are what Node runs.
 *
 * On Node a finished flat string is a string of JavaScript's own; one that is still being filled and a rope are
 * objects of the classes below. Every use that a translated program would do wrong unnoticed throws: a unit beyond
 * the end, a byte of a wide string, a unit that was never written, a wide string without a wide unit.
 */

/** A flat string that is still being filled. */
class Unfinished {
  readonly length: number;
  readonly wide: boolean;
  /** -1 where nothing was written yet. */
  readonly units: Int32Array;

  constructor(length: number, wide: boolean) {
    this.length = length;
    this.wide = wide;
    this.units = new Int32Array(length).fill(-1);
  }
}

class Rope {
  readonly length: number;
  readonly wide: boolean;
  left: string;
  right: string | undefined;

  constructor(left: string, right: string, length: number) {
    this.left = left;
    this.right = right;
    this.length = length;
    this.wide = isWide(left) || isWide(right);
  }
}

type AnyString = string | Unfinished | Rope;

function wrong(text: string): never {
  throw new Error(`string primitives: ${text}`);
}

function ropeOf(text: AnyString): Rope {
  return text instanceof Rope ? text : wrong("this is no rope");
}

function unfinishedOf(text: AnyString): Unfinished {
  return text instanceof Unfinished ? text : wrong("this string is not being filled");
}

// Loops ask for every unit of one string.
let lastText = "";
let lastWide = false;

/** Width 1 if all units are Latin-1: the only form that finished strings have. */
function hasWideUnit(text: string): boolean {
  if (text === lastText) return lastWide;
  lastText = text;
  lastWide = false;
  for (let i = 0; i < text.length && !lastWide; i++) lastWide = text.charCodeAt(i) > 255;
  return lastWide;
}

function unitOf(given: string, index: number, wide: boolean): number {
  const text = given as AnyString;
  if (text instanceof Rope) return wrong("a rope has no units");
  if (isWide(given) !== wide) return wrong("a unit is read in the other width");
  if (!Number.isInteger(index) || index < 0 || index >= text.length) return wrong(`no unit at ${index}`);
  if (typeof text === "string") return text.charCodeAt(index);
  const unit = text.units[index]!;
  return unit < 0 ? wrong("the unit was never written") : unit;
}

function setUnit(given: string, index: number, unit: number, wide: boolean): void {
  const text = unfinishedOf(given);
  if (text.wide !== wide) wrong("a unit is written in the other width");
  if (!Number.isInteger(index) || index < 0 || index >= text.length) wrong(`no unit at ${index}`);
  if (!Number.isInteger(unit) || unit < 0 || unit > (wide ? 65535 : 255)) wrong(`${unit} is no unit`);
  text.units[index] = unit;
}

function copyUnits(
  target: string,
  at: number,
  source: string,
  from: number,
  count: number,
  wide: boolean,
): void {
  for (let i = 0; i < count; i++) setUnit(target, at + i, unitOf(source, from + i, wide), wide);
}

/** The string of the first `length` entries of `units`, each an ASCII code (0..127). */
export function asciiString(units: number[], length: number): string {
  return String.fromCharCode(...units.slice(0, length));
}

/** A flat string of so many units, each still to be written: bytes (Latin-1), or 16 bits where it is wide. */
export function allocateString(length: number, wide: boolean): string {
  return new Unfinished(length, wide) as unknown as string;
}

/** The string whose units are all written. It is not written again. A wide one has a unit above 255. */
export function finishString(given: string): string {
  const text = unfinishedOf(given);
  let made = "";
  for (let i = 0; i < text.length; i++) made += String.fromCharCode(unitOf(given, i, text.wide));
  if (text.wide !== hasWideUnit(made)) wrong("a wide string without a wide unit");
  return made;
}

export function isRope(text: string): boolean {
  return (text as AnyString) instanceof Rope;
}

/** Of a rope: it is the concatenation of left and right, not flattened yet. */
export function isJoined(text: string): boolean {
  return ropeOf(text).right !== undefined;
}

/** Of a flattened rope the flat string. */
export function ropeLeft(text: string): string {
  return ropeOf(text).left;
}

export function ropeRight(text: string): string {
  return ropeOf(text).right ?? wrong("a flattened rope has no right part");
}

export function newRope(left: string, right: string, length: number): string {
  return new Rope(left, right, length) as unknown as string;
}

export function setRopeFlat(text: string, flat: string): void {
  const rope = ropeOf(text);
  rope.left = flat;
  rope.right = undefined;
}

/** The string has units above 255; a flat one then has 16 bits a unit. */
export function isWide(given: string): boolean {
  const text = given as AnyString;
  return typeof text === "string" ? hasWideUnit(text) : text.wide;
}

export function byteUnit(text: string, index: number): number {
  return unitOf(text, index, false);
}

export function wideUnit(text: string, index: number): number {
  return unitOf(text, index, true);
}

export function setByteUnit(text: string, index: number, unit: number): void {
  setUnit(text, index, unit, false);
}

export function setWideUnit(text: string, index: number, unit: number): void {
  setUnit(text, index, unit, true);
}

/** Copies `count` units between two flat strings of bytes. */
export function copyByteUnits(target: string, at: number, source: string, from: number, count: number): void {
  copyUnits(target, at, source, from, count, false);
}

/** Copies `count` units between two wide strings. */
export function copyWideUnits(target: string, at: number, source: string, from: number, count: number): void {
  copyUnits(target, at, source, from, count, true);
}

/** How many units are the same from two places on in flat strings of bytes, of at most `count`. */
export function sameUnits(a: string, from: number, b: string, at: number, count: number): number {
  let i = 0;
  while (i < count && unitOf(a, from + i, false) === unitOf(b, at + i, false)) i++;
  return i;
}

/** The first index of a unit from one index on and before another in a flat string of bytes; the end if there is none. */
export function findUnit(text: string, from: number, to: number, unit: number): number {
  let i = from;
  while (i < to && unitOf(text, i, false) !== unit) i++;
  return i;
}

/** The hash that a flat string was given, 0 while it has none. Node keeps none. */
export function stringHash(_text: string): number {
  return 0;
}

export function setStringHash(_text: string, _hash: number): void {}

/** One and the same object. Node does not tell, and no is always a right answer. */
export function sameString(a: string, b: string): boolean {
  return typeof a !== "string" && a === b;
}
