import type { Reference } from "../../memory/memory.ts";
import { isWide } from "../../memory/string-primitives.ts";
import { flat, unitOf } from "./flat.ts";
import { indexOf } from "./search.ts";
import { between } from "./slice.ts";
import { singleUnit } from "./units.ts";

/** text.split(separator, limit) as a list: at most `limit` parts; a negative limit counts modulo 2^32. */
export function split(text: string, separator: string, limit: number): Reference {
  return partsOf(text, separator, limit) as object as Reference;
}

/** text.split() without a separator: the whole text, unless `limit` is 0. */
export function whole(text: string, limit: number): Reference {
  const parts: string[] = [];
  if (limit !== 0) {
    parts.push(text);
  }
  return parts as object as Reference;
}

function partsOf(text: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  const most = limit < 0 ? limit + 4294967296 : limit;
  if (most === 0) {
    return parts;
  }
  const source = flat(text);
  if (separator.length === 0) {
    const count = Math.min(source.length, most);
    const wide = isWide(source);
    for (let i = 0; i < count; i++) {
      parts.push(singleUnit(unitOf(source, wide, i)));
    }
    return parts;
  }
  let start = 0;
  for (;;) {
    const found = indexOf(source, separator, start);
    parts.push(between(source, start, found < 0 ? source.length : found));
    if (found < 0 || parts.length >= most) {
      return parts;
    }
    start = found + separator.length;
  }
}
