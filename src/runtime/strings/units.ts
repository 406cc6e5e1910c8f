import { allocateStrings, setStringItem, stringItem } from "../../memory/array-primitives.ts";
import type { Reference } from "../../memory/memory.ts";
import {
  allocateString,
  finishString,
  isWide,
  setByteUnit,
  setWideUnit,
} from "../../memory/string-primitives.ts";
import { flat, unitOf } from "./flat.ts";

// The strings of one Latin-1 unit, each made when it is first asked for; empty until then.
let singles: Reference | undefined;

/** The unit at an index, -1 where there is none. */
export function unitAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) {
    return -1;
  }
  const source = flat(text);
  return unitOf(source, isWide(source), index);
}

/** The string of one unit (0..65535). */
export function singleUnit(unit: number): string {
  if (unit > 255) {
    const wide = allocateString(1, true);
    setWideUnit(wide, 0, unit);
    return finishString(wide);
  }
  const table = singles ?? emptyTable();
  const known = stringItem(table, unit);
  if (known.length === 1) {
    return known;
  }
  const byte = allocateString(1, false);
  setByteUnit(byte, 0, unit);
  const made = finishString(byte);
  setStringItem(table, unit, made);
  return made;
}

function emptyTable(): Reference {
  const table = allocateStrings(256);
  for (let i = 0; i < 256; i++) {
    setStringItem(table, i, "");
  }
  singles = table;
  return table;
}

/** One argument of `String.fromCharCode`. */
export function fromUnit(code: number): string {
  return singleUnit(code & 65535);
}

/** One argument of `String.fromCodePoint` (0..0x10ffff). */
export function fromCodePoint(code: number): string {
  if (code < 0x10000) {
    return singleUnit(code);
  }
  const pair = allocateString(2, true);
  setWideUnit(pair, 0, 0xd7c0 + (code >> 10));
  setWideUnit(pair, 1, 0xdc00 + (code & 0x3ff));
  return finishString(pair);
}

/** text[index]; the index is in range. */
export function unitString(text: string, index: number): string {
  return singleUnit(unitAt(text, index));
}

/** The string of the unit at an index, empty where there is none. */
export function charAt(text: string, index: number): string {
  const unit = unitAt(text, index);
  return unit < 0 ? "" : singleUnit(unit);
}

/** A surrogate pair starts at an index. */
function pairAt(text: string, index: number): boolean {
  const first = unitAt(text, index);
  if (first < 0xd800 || first > 0xdbff) {
    return false;
  }
  const second = unitAt(text, index + 1);
  return second >= 0xdc00 && second <= 0xdfff;
}

/** What `for…of` over a string gives at an index: a unit, or a surrogate pair. */
export function codePointString(text: string, index: number): string {
  if (!pairAt(text, index)) {
    return unitString(text, index);
  }
  const pair = allocateString(2, true);
  setWideUnit(pair, 0, unitAt(text, index));
  setWideUnit(pair, 1, unitAt(text, index + 1));
  return finishString(pair);
}

/** The index after that. */
export function nextCodePoint(text: string, index: number): number {
  return pairAt(text, index) ? index + 2 : index + 1;
}
