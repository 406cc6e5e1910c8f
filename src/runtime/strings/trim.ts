import { isWide } from "../../memory/string-primitives.ts";
import { isSpace } from "../numbers/characters.ts";
import { flat, unitOf } from "./flat.ts";
import { between } from "./slice.ts";

/** text.trim(). */
export function trim(text: string): string {
  const source = flat(text);
  const wide = isWide(source);
  let from = 0;
  let to = source.length;
  while (from < to && isSpace(unitOf(source, wide, from))) {
    from++;
  }
  while (to > from && isSpace(unitOf(source, wide, to - 1))) {
    to--;
  }
  return between(source, from, to);
}
