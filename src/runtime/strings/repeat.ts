import { throwRangeError } from "../../memory/failures.ts";
import { allocateString, finishString, isWide } from "../../memory/string-primitives.ts";
import { intToString } from "../numbers/int-to-string.ts";
import { checkLength, concat, maxLength } from "./concat.ts";
import { copyUnits, flat } from "./flat.ts";
import { between } from "./slice.ts";

/** Infinity as a count: callers clamp to it. */
const far = 1099511627776;

/** text.repeat(count). */
export function repeat(text: string, count: number): string {
  if (count < 0 || count >= far) {
    throwRangeError(concat("Invalid count value: ", countText(count)));
  }
  if (count === 0 || text.length === 0) {
    return "";
  }
  if (count > maxLength) {
    checkLength(count);
  }
  const length = text.length * count;
  checkLength(length);
  const source = flat(text);
  const wide = isWide(source);
  const made = allocateString(length, wide);
  for (let at = 0; at < length; at += source.length) {
    copyUnits(made, at, wide, source, 0, source.length);
  }
  return finishString(made);
}

function countText(count: number): string {
  if (count >= far) {
    return "Infinity";
  }
  return count <= -far ? "-Infinity" : intToString(count);
}

/** text.padStart(length, filler). */
export function padStart(text: string, length: number, filler: string): string {
  return concat(padding(text, length, filler), text);
}

/** text.padEnd(length, filler). */
export function padEnd(text: string, length: number, filler: string): string {
  return concat(text, padding(text, length, filler));
}

/** So much of the filler, again and again, as the text lacks of a length. */
function padding(text: string, length: number, filler: string): string {
  const missing = length - text.length;
  if (missing <= 0 || filler.length === 0) {
    return "";
  }
  checkLength(length);
  const whole = Math.floor(missing / filler.length);
  const rest = missing - whole * filler.length;
  return concat(repeat(filler, whole), between(filler, 0, rest));
}
