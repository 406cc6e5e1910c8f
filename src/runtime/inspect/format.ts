/* console.log with a format: Node's formatWithOptions. */
import { valueItem } from "../../memory/array-primitives.ts";
import { type Reference, stop } from "../../memory/memory.ts";
import { reflectKind } from "../../memory/value-primitives.ts";
import { internalStop } from "../../source/stop-codes.ts";
import { parseIntRadix } from "../numbers/parse-int.ts";
import { parseFloatPrefix, stringToNumber } from "../numbers/string-to-number.ts";
import { concat } from "../strings/concat.ts";
import { between } from "../strings/slice.ts";
import { inspect, inspectShallow } from "./inspect.ts";
import { numberText } from "./primitives.ts";

/** The arguments of console.log as one text. */
export function format(args: Reference, count: number): string {
  const first = valueItem(args, 0);
  let text = "";
  let used = 0;
  let separator = "";
  if (typeof first === "string") {
    let last = 0;
    const length = first.length;
    let i = 0;
    while (i < length - 1) {
      if (first.charCodeAt(i) === 37) {
        const letter = first.charCodeAt(i + 1);
        if (letter === 37) {
          text = concat(text, between(first, last, i + 1));
          last = i + 2;
        } else if (used + 1 < count && isPlaceholder(letter)) {
          used++;
          text = concat(concat(text, between(first, last, i)), placed(valueItem(args, used), letter));
          last = i + 2;
        }
        i++;
      }
      i++;
    }
    if (last > 0) {
      used++;
      separator = " ";
      text = concat(text, between(first, last, length));
    }
  }
  for (let i = used; i < count; i++) {
    const value = valueItem(args, i);
    text = concat(concat(text, separator), typeof value === "string" ? value : inspect(value));
    separator = " ";
  }
  return text;
}

/** The letters s j d O o i f c. */
function isPlaceholder(letter: number): boolean {
  return (
    letter === 115 ||
    letter === 106 ||
    letter === 100 ||
    letter === 79 ||
    letter === 111 ||
    letter === 105 ||
    letter === 102 ||
    letter === 99
  );
}

function placed(value: unknown, letter: number): string {
  switch (letter) {
    case 115:
      return textOf(value);
    case 100:
      return numberText(numberOf(value));
    case 105:
      return numberText(parseIntRadix(textOf(value), 0));
    case 102:
      return numberText(parseFloatPrefix(textOf(value)));
    case 79:
      return inspect(value);
    case 99:
      return "";
    default:
      stop(internalStop, "console.log with %j or %o is not supported");
  }
}

function textOf(value: unknown): string {
  if (typeof value === "string") {
    return value;
  }
  if (value === undefined || value === null || typeof value === "number" || typeof value === "boolean") {
    return inspect(value);
  }
  if (reflectKind(value) === 2) {
    stop(internalStop, "console.log with %s of a function is not supported");
  }
  return inspectShallow(value);
}

function numberOf(value: unknown): number {
  if (typeof value === "number") {
    return value;
  }
  if (typeof value === "string") {
    return stringToNumber(value);
  }
  if (typeof value === "boolean") {
    return value ? 1 : 0;
  }
  return value === null ? 0 : NaN;
}
