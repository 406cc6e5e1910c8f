/* console.log with a format: formatWithOptions of Node's lib/internal/util/inspect.js. */
import { valueItem } from "../../memory/array-primitives.ts";
import { type Reference, stop } from "../../memory/memory.ts";
import {
  type float,
  reflectCount,
  reflectItem,
  reflectKind,
  reflectName,
  reflectOwnText,
} from "../../memory/value-primitives.ts";
import { internalStop } from "../../source/stop-codes.ts";
import { jsonText } from "../json/stringify.ts";
import { numberToString } from "../numbers/number-to-string.ts";
import { parseIntRadix } from "../numbers/parse-int.ts";
import { parseFloatPrefix, stringToNumber } from "../numbers/string-to-number.ts";
import { errorHeading } from "./errors.ts";
import { inspect, inspectClosely, inspectShallow } from "./inspect.ts";
import { arrayKind, errorKind, functionKind } from "./kinds.ts";
import { isObject } from "./objects.ts";
import { numberText } from "./primitives.ts";

/** The text of console.log for the first `count` values of a storage. */
export function format(values: Reference, count: number): string {
  const items: unknown[] = [];
  for (let i = 0; i < count; i++) {
    items.push(valueItem(values, i));
  }
  return formatted(items);
}

/** The text of util.format for the elements of an array. */
export function formatList(list: unknown): string {
  const items: unknown[] = [];
  const count = reflectCount(list);
  for (let i = 0; i < count; i++) {
    items.push(reflectItem(list, i));
  }
  return count === 0 ? "" : formatted(items);
}

function formatted(items: unknown[]): string {
  const first = items[0];
  const count = items.length;
  let text = "";
  let used = 0;
  if (typeof first === "string") {
    if (count === 1) {
      return first;
    }
    let last = 0;
    for (let i = 0; i < first.length - 1; i++) {
      if (first.charCodeAt(i) !== 37) {
        continue;
      }
      const letter = first.charCodeAt(i + 1);
      if (letter === 37) {
        text += first.slice(last, i + 1);
        last = i + 2;
      } else if (used + 1 < count && isDirective(letter)) {
        used++;
        text += first.slice(last, i) + directive(letter, items[used]);
        last = i + 2;
      }
      i++;
    }
    text += first.slice(last, first.length);
  } else {
    text = inspect(first);
  }
  for (let i = used + 1; i < count; i++) {
    const value = items[i];
    text += typeof value === "string" ? ` ${value}` : ` ${inspect(value)}`;
  }
  return text;
}

function isDirective(letter: number): boolean {
  switch (letter) {
    case 115: // s
    case 100: // d
    case 105: // i
    case 102: // f
    case 106: // j
    case 79: // O
    case 111: // o
    case 99: // c
      return true;
    default:
      return false;
  }
}

function directive(letter: number, value: unknown): string {
  switch (letter) {
    case 115:
      return stringOf(value);
    case 100:
      return typeof value === "bigint" ? inspect(value) : numberText(numberOf(value));
    case 105:
      return typeof value === "bigint" ? inspect(value) : numberText(integerOf(value));
    case 102:
      return numberText(typeof value === "symbol" ? NaN : parseFloatPrefix(primitiveText(value)));
    case 106:
      return jsonText(value);
    case 79:
      return inspect(value);
    case 111:
      return inspectClosely(plain(value));
    default:
      return "";
  }
}

/** `%s`: an object's own `toString`, else the object with what it holds only named. */
function stringOf(value: unknown): string {
  if (typeof value === "string") {
    return value;
  }
  if (!isObject(value)) {
    return inspect(value);
  }
  if (reflectKind(value) === functionKind) {
    stop(internalStop, "console.log with %s of a function prints its source, which is not kept");
  }
  const own = reflectOwnText(value);
  return own === undefined ? inspectShallow(value) : primitiveText(own);
}

/** `%o` shows what cannot be enumerated: of functions and errors that is more than is known here. */
function plain(value: unknown): unknown {
  if (isObject(value)) {
    const kind = reflectKind(value);
    if (kind === functionKind || kind === errorKind) {
      stop(internalStop, "console.log with %o is not supported for functions and errors");
    }
  }
  return value;
}

function integerOf(value: unknown): float {
  return typeof value === "symbol" ? NaN : parseIntRadix(primitiveText(value), 0);
}

function numberOf(value: unknown): float {
  if (typeof value === "symbol") {
    return NaN;
  }
  if (typeof value === "number") {
    return value;
  }
  if (typeof value === "boolean") {
    return value ? 1.0 : 0.0;
  }
  if (value === undefined) {
    return NaN;
  }
  return value === null ? 0.0 : stringToNumber(primitiveText(value));
}

/** String(value) but for functions. */
function primitiveText(value: unknown): string {
  if (typeof value === "string") {
    return value;
  }
  if (typeof value === "number") {
    return numberToString(value);
  }
  if (typeof value === "bigint") {
    return reflectName(value);
  }
  if (!isObject(value)) {
    return inspect(value);
  }
  const kind = reflectKind(value);
  if (kind === errorKind) {
    return errorHeading(value);
  }
  if (kind !== arrayKind) {
    const own = reflectOwnText(value);
    return own === undefined ? "[object Object]" : primitiveText(own);
  }
  let text = "";
  const count = reflectCount(value);
  for (let i = 0; i < count; i++) {
    const item = reflectItem(value, i);
    if (i > 0) {
      text += ",";
    }
    if (item !== undefined && item !== null) {
      text += primitiveText(item);
    }
  }
  return text;
}
