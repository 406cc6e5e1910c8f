import { throwRangeError } from "../../memory/failures.ts";
import { allocateString, finishString, isWide, newRope } from "../../memory/string-primitives.ts";
import { copyUnits } from "./flat.ts";

/** V8's longest string. */
export const maxLength = 536870888;

/** Up to this length a copy costs no more than the rope and its flattening would. Translation knows it (graph/well-known.ts). */
export const longestCopy = 32;

/** a + b. */
export function concat(a: string, b: string): string {
  if (a.length === 0) {
    return b;
  }
  if (b.length === 0) {
    return a;
  }
  const length = a.length + b.length;
  checkLength(length);
  if (length > longestCopy) {
    return newRope(a, b, length);
  }
  // Nothing this short is a rope.
  const wide = isWide(a) || isWide(b);
  const made = allocateString(length, wide);
  copyUnits(made, 0, wide, a, 0, a.length);
  copyUnits(made, a.length, wide, b, 0, b.length);
  return finishString(made);
}

/** Throws for a string that would be too long, as V8 does. */
export function checkLength(length: number): void {
  if (length > maxLength) {
    throwRangeError("Invalid string length");
  }
}
