import { stringItem } from "../../memory/array-primitives.ts";
import type { Reference } from "../../memory/memory.ts";
import { allocateString, finishString, isWide } from "../../memory/string-primitives.ts";
import { checkLength } from "./concat.ts";
import { copyUnits, flat } from "./flat.ts";

/** The first `count` strings of a storage with the separator between them. */
export function join(texts: Reference, count: number, separator: string): string {
  if (count === 0) {
    return "";
  }
  if (count === 1) {
    return stringItem(texts, 0);
  }
  let length = 0;
  let wide = isWide(separator);
  for (let i = 0; i < count; i++) {
    const text = stringItem(texts, i);
    length += text.length + (i > 0 ? separator.length : 0);
    checkLength(length);
    wide = wide || isWide(text);
  }
  const between = flat(separator);
  const made = allocateString(length, wide);
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      copyUnits(made, at, wide, between, 0, between.length);
      at += between.length;
    }
    const text = flat(stringItem(texts, i));
    copyUnits(made, at, wide, text, 0, text.length);
    at += text.length;
  }
  return finishString(made);
}
