import { byteUnit, isWide, sameString, sameUnits, wideUnit } from "../../memory/string-primitives.ts";
import { longestCopy } from "./concat.ts";
import { flat, unitOf } from "./flat.ts";

/** a === b. Small enough to stand in the caller, who need only be ready for a collection where both may be ropes. */
export function equal(a: string, b: string): boolean {
  if (a.length !== b.length) {
    return false;
  }
  return a.length > longestCopy ? equalUnits(flat(a), flat(b)) : equalUnits(a, b);
}

/** a === b where b is too short for a rope, mostly a constant: then a of the same length is none either. */
export function equalsShort(a: string, b: string): boolean {
  return a.length === b.length && equalUnits(a, b);
}

/** Of two flat strings of one length. */
function equalUnits(a: string, b: string): boolean {
  // A string is wide only if it has a wide unit.
  const wide = isWide(a);
  if (wide !== isWide(b)) {
    return false;
  }
  const length = a.length;
  if (wide) {
    for (let i = 0; i < length; i++) {
      if (wideUnit(a, i) !== wideUnit(b, i)) {
        return false;
      }
    }
    return true;
  }
  return sameUnits(a, 0, b, 0, length) === length;
}

/** Below 0 if a comes first in the order of UTF-16 units, 0 if they are equal, above 0 if b comes first. */
export function compare(a: string, b: string): number {
  if (sameString(a, b)) {
    return 0;
  }
  const x = flat(a);
  const y = flat(b);
  const xWide = isWide(x);
  const yWide = isWide(y);
  const shorter = Math.min(x.length, y.length);
  if (!xWide && !yWide) {
    const same = sameUnits(x, 0, y, 0, shorter);
    return same < shorter ? byteUnit(x, same) - byteUnit(y, same) : x.length - y.length;
  }
  for (let i = 0; i < shorter; i++) {
    const difference = unitOf(x, xWide, i) - unitOf(y, yWide, i);
    if (difference !== 0) {
      return difference;
    }
  }
  return x.length - y.length;
}
