/*
 * What console.log shows of a value: Node's util.inspect with its default options (formatValue, formatRaw and
 * formatArray of lib/internal/util/inspect.js).
 */
import {
  reflectCount,
  reflectItem,
  reflectKey,
  reflectKind,
  reflectName,
  sameObject,
} from "../../memory/value-primitives.ts";
import { intToString } from "../numbers/int-to-string.ts";
import { concat } from "../strings/concat.ts";
import { repeat } from "../strings/repeat.ts";
import { indexOf } from "../strings/search.ts";
import { between } from "../strings/slice.ts";
import { layOut } from "./lines.ts";
import { numberText } from "./primitives.ts";
import { keyText, quoted } from "./quote.ts";

const deepest = 2;
const longestArray = 100;
const longestString = 10000;
const breakLength = 80;

// Kinds of objects (graph/well-known.ts).
const arrayKind = 1;
const functionKind = 2;
const errorKind = 3;
const literalKind = 4;

/** One call of `inspect`: the objects around the current one, and those that were met again inside themselves. */
class Inspection {
  depth: number;
  indentation = 0;
  /** Levels of the object that was entered last. */
  innermost = 0;
  seen: unknown[] = [];
  circular: unknown[] = [];

  constructor(depth: number) {
    this.depth = depth;
  }

  circularIndex(object: unknown): number {
    for (let i = 0; i < this.circular.length; i++) {
      if (sameObject(this.circular[i], object)) {
        return i + 1;
      }
    }
    return 0;
  }

  isOpen(object: unknown): boolean {
    for (let i = 0; i < this.seen.length; i++) {
      if (sameObject(this.seen[i], object)) {
        return true;
      }
    }
    return false;
  }
}

/** The text of a value. */
export function inspect(value: unknown): string {
  return show(new Inspection(deepest), value, 0);
}

/** The text of a value with its objects only named. */
export function inspectShallow(value: unknown): string {
  return show(new Inspection(0), value, 0);
}

function show(into: Inspection, value: unknown, level: number): string {
  if (value === undefined) {
    return "undefined";
  }
  if (value === null) {
    return "null";
  }
  if (typeof value === "string") {
    return showString(into, value);
  }
  if (typeof value === "number") {
    return numberText(value);
  }
  if (typeof value === "boolean") {
    return value ? "true" : "false";
  }
  if (into.isOpen(value)) {
    let index = into.circularIndex(value);
    if (index === 0) {
      into.circular.push(value);
      index = into.circular.length;
    }
    return concat(concat("[Circular *", intToString(index)), "]");
  }
  return showObject(into, value, level);
}

/** Strings inside objects are quoted; long ones are cut at their line ends. */
function showString(into: Inspection, whole: string): string {
  let text = whole;
  let trailer = "";
  if (text.length > longestString) {
    const remaining = text.length - longestString;
    text = between(text, 0, longestString);
    trailer = concat(
      concat("... ", intToString(remaining)),
      remaining > 1 ? " more characters" : " more character",
    );
  }
  const length = text.length;
  if (length <= 16 || length <= breakLength - into.indentation - 4 || indexOf(text, "\n", 0) < 0) {
    return concat(quoted(text), trailer);
  }
  const separator = concat(" +\n", repeat(" ", into.indentation + 2));
  let result = "";
  let start = 0;
  while (start < length) {
    const end = indexOf(text, "\n", start);
    const next = end < 0 ? length : end + 1;
    if (start > 0) {
      result = concat(result, separator);
    }
    result = concat(result, quoted(between(text, start, next)));
    start = next;
  }
  return concat(result, trailer);
}

function showObject(into: Inspection, object: unknown, level: number): string {
  const kind = reflectKind(object);
  const isArray = kind === arrayKind;
  const name = reflectName(object);
  const count = reflectCount(object);
  let base = "";
  let open = isArray ? "[" : "{";
  let shown = count;
  if (kind === functionKind) {
    base = name === "" ? "[Function (anonymous)]" : concat(concat("[Function: ", name), "]");
    return base;
  }
  if (kind === errorKind) {
    base = errorText(into, object, name, count);
    shown = propertyCount(object, count, true);
    if (shown === 0) {
      return base;
    }
  } else if (isArray) {
    if (count === 0) {
      return "[]";
    }
  } else {
    if (kind !== literalKind) {
      open = concat(name, " {");
    }
    shown = propertyCount(object, count, false);
    if (shown === 0) {
      return concat(open, "}");
    }
  }
  if (level > into.depth) {
    const word = isArray ? "Array" : kind === literalKind ? "Object" : name;
    return concat(concat("[", word), "]");
  }
  const inside = level + 1;
  into.seen.push(object);
  into.innermost = inside;
  into.indentation += 2;
  const entries = isArray
    ? elementTexts(into, object, count, inside)
    : propertyTexts(into, object, count, inside, kind === errorKind);
  into.indentation -= 2;
  const index = into.circularIndex(object);
  if (index > 0) {
    const reference = concat(concat("<ref *", intToString(index)), ">");
    base = base === "" ? reference : concat(concat(reference, " "), base);
  }
  into.seen.pop();
  const levels = into.innermost - inside;
  const numbers =
    isArray && entries.length > 6 && allNumbers(object, entries.length < count ? entries.length : count);
  return layOut(entries, base, open, isArray ? "]" : "}", into.indentation, levels, isArray, numbers);
}

function allNumbers(object: unknown, count: number): boolean {
  for (let i = 0; i < count; i++) {
    if (typeof reflectItem(object, i) !== "number") {
      return false;
    }
  }
  return true;
}

/** Properties that have been written; of errors those that the text does not show already. */
function propertyCount(object: unknown, count: number, isError: boolean): number {
  let written = 0;
  for (let i = 0; i < count; i++) {
    const key = reflectKey(object, i);
    if (key !== "" && !(isError && isErrorProperty(key))) {
      written++;
    }
  }
  return written;
}

function isErrorProperty(key: string): boolean {
  return key === "message" || key === "name" || key === "stack";
}

/** The stack as far as it is the same everywhere. */
function errorText(into: Inspection, object: unknown, className: string, count: number): string {
  let name = className;
  let message = "";
  for (let i = 0; i < count; i++) {
    const key = reflectKey(object, i);
    const value = reflectItem(object, i);
    if (typeof value === "string") {
      if (key === "message") {
        message = value;
      } else if (key === "name") {
        name = value;
      }
    }
  }
  const head = message === "" ? name : concat(concat(name, ": "), message);
  const newLine = concat("\n", repeat(" ", into.indentation));
  return concat(concat(head, newLine), "    at <anonymous>");
}

function elementTexts(into: Inspection, array: unknown, count: number, level: number): string[] {
  const texts: string[] = [];
  const shown = count < longestArray ? count : longestArray;
  for (let i = 0; i < shown; i++) {
    texts.push(show(into, reflectItem(array, i), level));
  }
  const remaining = count - shown;
  if (remaining > 0) {
    texts.push(concat(concat("... ", intToString(remaining)), remaining > 1 ? " more items" : " more item"));
  }
  return texts;
}

function propertyTexts(
  into: Inspection,
  object: unknown,
  count: number,
  level: number,
  isError: boolean,
): string[] {
  const texts: string[] = [];
  for (let i = 0; i < count; i++) {
    const key = reflectKey(object, i);
    if (key !== "" && !(isError && isErrorProperty(key))) {
      const value = show(into, reflectItem(object, i), level);
      texts.push(concat(concat(keyText(key), ": "), value));
    }
  }
  return texts;
}
