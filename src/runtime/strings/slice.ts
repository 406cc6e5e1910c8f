import {
  allocateString,
  copyByteUnits,
  copyWideUnits,
  finishString,
  isWide,
  setByteUnit,
  wideUnit,
} from "../../memory/string-primitives.ts";
import { flat, unitOf } from "./flat.ts";
import { singleUnit } from "./units.ts";

/** The units from..to; both are in range, and an empty range gives the empty string. */
export function between(text: string, from: number, to: number): string {
  const count = to - from;
  if (count <= 0) {
    return "";
  }
  if (count === text.length) {
    return text;
  }
  const source = flat(text);
  const wide = isWide(source);
  if (count === 1) {
    return singleUnit(unitOf(source, wide, from));
  }
  if (!wide) {
    const made = allocateString(count, false);
    copyByteUnits(made, 0, source, from, count);
    return finishString(made);
  }
  if (hasWideUnit(source, from, to)) {
    const made = allocateString(count, true);
    copyWideUnits(made, 0, source, from, count);
    return finishString(made);
  }
  const narrow = allocateString(count, false);
  for (let i = 0; i < count; i++) {
    setByteUnit(narrow, i, wideUnit(source, from + i));
  }
  return finishString(narrow);
}

function hasWideUnit(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (wideUnit(text, i) > 255) {
      return true;
    }
  }
  return false;
}
