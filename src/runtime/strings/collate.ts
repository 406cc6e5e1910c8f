/**
 * The order of `localeCompare` in Node's default locale: the Unicode Collation Algorithm with CLDR's root order, for
 * texts of Latin-1. Letters are compared first, then accents, then case; each of the three over the whole text.
 *
 * Some units stand for several letters (`ß` for `ss`, `½` for `1⁄2`), so a cursor counts units and letters of a unit.
 */
import { stop } from "../../memory/memory.ts";
import { byteUnit, isWide, sameString } from "../../memory/string-primitives.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";
import { cases, fractionBar, marks, primaries } from "./collation-tables.ts";
import { equal } from "./compare.ts";
import { flat } from "./flat.ts";

/** a.localeCompare(b): -1, 0 or 1. */
export function localeCompare(a: string, b: string): number {
  if (sameString(a, b)) {
    return 0;
  }
  const x = flat(a);
  const y = flat(b);
  if (isWide(x) || isWide(y)) {
    if (equal(x, y)) {
      return 0;
    }
    stop(unsupportedStop, "localeCompare of texts with letters beyond Latin-1");
  }
  // Most texts differ in one of their first letters.
  const shorter = Math.min(x.length, y.length);
  let at = 0;
  while (at < shorter && byteUnit(x, at) === byteUnit(y, at)) {
    at++;
  }
  if (at < shorter) {
    const left = byteUnit(x, at);
    const right = byteUnit(y, at);
    if (isPlain(left) && isPlain(right) && byteUnit(primaries, left) !== byteUnit(primaries, right)) {
      return byteUnit(primaries, left) < byteUnit(primaries, right) ? -1 : 1;
    }
  }
  for (let level = 1; level <= 3; level++) {
    const order = compareLevel(x, y, level);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** An ASCII unit that counts. */
function isPlain(unit: number): boolean {
  return unit < 128 && byteUnit(primaries, unit) > 0;
}

function compareLevel(x: string, y: string, level: number): number {
  let left = nextWeight(x, 0, level);
  let right = nextWeight(y, 0, level);
  while (left < x.length * stepsPerUnit && right < y.length * stepsPerUnit) {
    const difference = weightAt(x, left, level) - weightAt(y, right, level);
    if (difference !== 0) {
      return difference < 0 ? -1 : 1;
    }
    left = nextWeight(x, left + 1, level);
    right = nextWeight(y, right + 1, level);
  }
  if (left < x.length * stepsPerUnit) {
    return 1;
  }
  return right < y.length * stepsPerUnit ? -1 : 0;
}

/** A unit is a letter, its accent, and up to two letters more: a cursor is the unit's index times this, and the step. */
const stepsPerUnit = 4;

/** The first cursor from `cursor` on that has a weight. */
function nextWeight(text: string, cursor: number, level: number): number {
  let at = cursor;
  while (at < text.length * stepsPerUnit && weightAt(text, at, level) === 0) {
    at++;
  }
  return at;
}

/** 0 where there is nothing to compare. */
function weightAt(text: string, cursor: number, level: number): number {
  const unit = byteUnit(text, cursor >> 2);
  const step = cursor & 3;
  if (step === 1) {
    const mark = byteUnit(marks, unit);
    if (mark === 0 || level === 1) {
      return 0;
    }
    return level === 2 ? mark + 1 : 1;
  }
  const primary = step === 0 ? byteUnit(primaries, unit) : furtherLetter(unit, step);
  if (primary === 0 || level === 1) {
    return primary;
  }
  return level === 2 ? 1 : byteUnit(cases, unit) + 1;
}

/** The second (step 2) and third (step 3) letter of a unit that has some. */
function furtherLetter(unit: number, step: number): number {
  if (step === 2) {
    if (unit === 0xc6 || unit === 0xe6) {
      return byteUnit(primaries, 0x65);
    }
    if (unit === 0xdf) {
      return byteUnit(primaries, 0x73);
    }
    return unit >= 0xbc && unit <= 0xbe ? fractionBar : 0;
  }
  if (unit === 0xbd) {
    return byteUnit(primaries, 0x32);
  }
  return unit === 0xbc || unit === 0xbe ? byteUnit(primaries, 0x34) : 0;
}
