import { isWide } from "../../memory/string-primitives.ts";
import { isSpace } from "../numbers/characters.ts";
import { flat, unitOf } from "./flat.ts";
import { between } from "./slice.ts";

/** text.trim(). */
export function trim(text: string): string {
  return trimSides(text, true, true);
}

/** text.trimStart(). */
export function trimStart(text: string): string {
  return trimSides(text, true, false);
}

/** text.trimEnd(). */
export function trimEnd(text: string): string {
  return trimSides(text, false, true);
}

function trimSides(text: string, start: boolean, end: boolean): string {
  const source = flat(text);
  const wide = isWide(source);
  let from = 0;
  let to = source.length;
  while (start && from < to && isSpace(unitOf(source, wide, from))) {
    from++;
  }
  while (end && to > from && isSpace(unitOf(source, wide, to - 1))) {
    to--;
  }
  return between(source, from, to);
}
