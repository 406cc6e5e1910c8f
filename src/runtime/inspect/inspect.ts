/*
 * What console.log shows of a value: Node's util.inspect with its default options (formatValue, formatRaw, formatArray
 * and formatProperty of lib/internal/util/inspect.js).
 */

import { symbolOf } from "../../memory/symbol-primitives.ts";
import {
  reflectContents,
  reflectCount,
  reflectItem,
  reflectKey,
  reflectKind,
  reflectName,
  reflectState,
  sameObject,
} from "../../memory/value-primitives.ts";
import { isSymbolName } from "../symbols/names.ts";
import { symbolText } from "../symbols/symbols.ts";
import { errorText, isShownByText } from "./errors.ts";
import {
  absentState,
  arrayKind,
  errorKind,
  functionKind,
  getterState,
  hiddenState,
  literalKind,
  mapKind,
  promiseKind,
  setKind,
  setterState,
  textKind,
  typedArrayKind,
  valueState,
  weakKind,
} from "./kinds.ts";
import { layOut, style } from "./lines.ts";
import { numberText } from "./primitives.ts";
import { keyText, quoted } from "./quote.ts";

const longestString = 10000;

/** One call of `inspect`. */
class Inspection {
  /** Objects below this level are only named. */
  depth: number;
  /** Arrays tell their length, as `%o` wants it. */
  lengths: boolean;
  indentation = 0;
  /** Level of the object that was entered last. */
  innermost = 0;
  /** The objects around the current one. */
  open: unknown[] = [];
  /** Those that were met again inside themselves; their number is the index + 1. */
  circular: unknown[] = [];

  constructor(depth: number, lengths: boolean) {
    this.depth = depth;
    this.lengths = lengths;
  }
}

/** The text of a value. */
export function inspect(value: unknown): string {
  style.reset();
  return textOf(new Inspection(2, false), value, 0);
}

/** The text of a value with objects inside it only named. */
export function inspectShallow(value: unknown): string {
  style.reset();
  return textOf(new Inspection(0, false), value, 0);
}

/** The text of a value with the lengths of arrays and two levels more. */
export function inspectClosely(value: unknown): string {
  style.reset();
  return textOf(new Inspection(4, true), value, 0);
}

/** util.inspect with options: the greatest depth, where lines break, how many levels share a line. */
export function inspectWith(
  value: unknown,
  depth: number,
  breakLength: number,
  compact: number,
  sorted: boolean,
  longestArray: number,
): string {
  style.breakLength = breakLength;
  style.compact = compact;
  style.sorted = sorted;
  style.longestArray = longestArray;
  const text = textOf(new Inspection(depth, false), value, 0);
  style.reset();
  return text;
}

function textOf(within: Inspection, value: unknown, level: number): string {
  if (value === undefined) {
    return "undefined";
  }
  if (value === null) {
    return "null";
  }
  if (typeof value === "string") {
    return stringText(value, within.indentation);
  }
  if (typeof value === "number") {
    return numberText(value);
  }
  if (typeof value === "boolean") {
    return value ? "true" : "false";
  }
  if (typeof value === "bigint") {
    return `${reflectName(value)}n`;
  }
  if (typeof value === "symbol") {
    return symbolText(symbolOf(value));
  }
  if (placeOf(within.open, value) === 0) {
    return objectText(within, value, level);
  }
  if (placeOf(within.circular, value) === 0) {
    within.circular.push(value);
  }
  return `[Circular *${placeOf(within.circular, value)}]`;
}

/** Which of the objects it is, counted from 1; 0 if it is none of them. */
function placeOf(objects: unknown[], object: unknown): number {
  for (let i = 0; i < objects.length; i++) {
    if (sameObject(objects[i], object)) {
      return i + 1;
    }
  }
  return 0;
}

/** Strings inside objects are quoted; long ones continue on a new line after each line of theirs. */
function stringText(whole: string, indentation: number): string {
  let text = whole;
  let trailer = "";
  if (text.length > longestString) {
    const remaining = text.length - longestString;
    text = text.slice(0, longestString);
    trailer = remaining > 1 ? `... ${remaining} more characters` : "... 1 more character";
  }
  if (text.length <= 16 || text.length <= style.breakLength - indentation - 4) {
    return quoted(text) + trailer;
  }
  let result = "";
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf("\n", start);
    const next = end < 0 ? text.length : end + 1;
    if (start > 0) {
      result += ` +\n${" ".repeat(indentation + 2)}`;
    }
    result += quoted(text.slice(start, next));
    start = next;
  }
  return result + trailer;
}

function objectText(within: Inspection, object: unknown, level: number): string {
  const kind = reflectKind(object);
  const isArray = kind === arrayKind || kind === typedArrayKind;
  let base = "";
  let open = isArray ? "[" : "{";
  if (kind === typedArrayKind) {
    open = `${reflectName(object)}(${reflectCount(object)}) [`;
  } else if (kind === errorKind) {
    base = errorText(object, within.indentation);
  } else if (kind === textKind) {
    base = String(reflectContents(object));
  } else if (kind === functionKind) {
    base = `[${reflectName(object)}]`;
  } else if (isCollection(kind)) {
    open = `${collectionName(object, kind)} {`;
  } else if (!isArray && kind !== literalKind) {
    open = `${reflectName(object)} {`;
  }
  if (isEmpty(within, object, kind)) {
    const isText = kind === errorKind || kind === textKind || kind === functionKind;
    return isText ? base : open + (isArray ? "]" : "}");
  }
  if (level > within.depth) {
    return tooDeep(object, kind);
  }
  within.open.push(object);
  within.innermost = level + 1;
  within.indentation += 2;
  const entries = isArray
    ? elementTexts(within, object, level + 1)
    : propertyTexts(within, object, kind === errorKind, level + 1);
  within.indentation -= 2;
  if (isCollection(kind)) {
    heldTexts(within, object, kind, level + 1, entries);
  }
  within.open.pop();
  const place = placeOf(within.circular, object);
  if (place > 0) {
    base = base.length === 0 ? `<ref *${place}>` : `<ref *${place}> ${base}`;
  }
  if (style.sorted && !isArray) {
    entries.sort();
  }
  const levels = within.innermost - level - 1;
  const numbers = isArray && entries.length > 6 && areNumbers(object, entries.length);
  return layOut(entries, base, open, isArray, numbers, within.indentation, levels);
}

/** What stands for an object that lies deeper than is shown. */
function tooDeep(object: unknown, kind: number): string {
  if (kind === arrayKind) {
    return "[Array]";
  }
  if (kind === functionKind) {
    return "[Function]";
  }
  return kind === literalKind ? "[Object]" : `[${reflectName(object)}]`;
}

function isCollection(kind: number): boolean {
  return kind === mapKind || kind === setKind || kind === weakKind || kind === promiseKind;
}

/** `Map(2)`; the name of a subclass stands before that of the library's class. */
function collectionName(object: unknown, kind: number): string {
  const name = reflectName(object);
  if (kind === weakKind || kind === promiseKind) {
    return name;
  }
  const base = kind === mapKind ? "Map" : "Set";
  const sized = `${name}(${heldCount(object, kind)})`;
  return name === base ? sized : `${sized} [${base}]`;
}

/** How many entries a map has, how many elements a set. */
function heldCount(object: unknown, kind: number): number {
  const count = reflectCount(reflectContents(object));
  return kind === mapKind ? count / 2 : count;
}

/** What a collection holds comes before its properties. */
function heldTexts(within: Inspection, object: unknown, kind: number, level: number, texts: string[]): void {
  const properties: string[] = [];
  while (texts.length > 0) {
    properties.push(texts.pop()!);
  }
  if (kind === weakKind) {
    texts.push("<items unknown>");
  } else if (kind === promiseKind) {
    within.open.push(object);
    texts.push(promiseText(within, reflectContents(object), level));
    within.open.pop();
  } else {
    const held = reflectContents(object);
    const count = heldCount(object, kind);
    within.indentation += 2;
    within.open.push(object);
    for (let i = 0; i < count && i < style.longestArray; i++) {
      if (kind === setKind) {
        texts.push(textOf(within, reflectItem(held, i), level));
      } else {
        const key = textOf(within, reflectItem(held, 2 * i), level);
        texts.push(`${key} => ${textOf(within, reflectItem(held, 2 * i + 1), level)}`);
      }
    }
    within.open.pop();
    within.indentation -= 2;
    if (count > style.longestArray) {
      const remaining = count - style.longestArray;
      texts.push(remaining > 1 ? `... ${remaining} more items` : "... 1 more item");
    }
  }
  while (properties.length > 0) {
    texts.push(properties.pop()!);
  }
}

/** Nothing while it is pending, its value, or its reason and that it is one. */
function promiseText(within: Inspection, held: unknown, level: number): string {
  const count = reflectCount(held);
  if (count === 0) {
    return "<pending>";
  }
  within.indentation += 2;
  const text = textOf(within, reflectItem(held, 0), level);
  within.indentation -= 2;
  return count === 1 ? text : `<rejected> ${text}`;
}

/** There is nothing to show between the braces. */
function isEmpty(within: Inspection, object: unknown, kind: number): boolean {
  const count = reflectCount(object);
  if (isCollection(kind) && (kind === weakKind || kind === promiseKind || heldCount(object, kind) > 0)) {
    return false;
  }
  if (kind === arrayKind || kind === typedArrayKind) {
    return count === 0 && !within.lengths;
  }
  for (let i = 0; i < count; i++) {
    if (isShown(object, i, kind === errorKind)) {
      return false;
    }
  }
  return true;
}

/** Of what cannot be enumerated only an error's cause is shown. */
function isShown(object: unknown, index: number, ofError: boolean): boolean {
  const state = reflectState(object, index);
  if (state === absentState) {
    return false;
  }
  if (state === hiddenState) {
    return reflectKey(object, index) === "cause";
  }
  return !(ofError && isShownByText(object, reflectKey(object, index)));
}

/** As many elements as there are entries exist and are numbers. */
function areNumbers(array: unknown, entries: number): boolean {
  if (reflectCount(array) < entries) {
    return false;
  }
  for (let i = 0; i < entries; i++) {
    if (typeof reflectItem(array, i) !== "number") {
      return false;
    }
  }
  return true;
}

function elementTexts(within: Inspection, array: unknown, level: number): string[] {
  const texts: string[] = [];
  const count = reflectCount(array);
  let index = 0;
  while (index < count && texts.length < style.longestArray) {
    const start = index;
    while (index < count && reflectState(array, index) === absentState) {
      index++;
    }
    if (index > start) {
      texts.push(emptyItems(index - start));
    } else {
      texts.push(textOf(within, reflectItem(array, index), level));
      index++;
    }
  }
  const remaining = count - index;
  if (remaining > 0) {
    texts.push(remaining > 1 ? `... ${remaining} more items` : "... 1 more item");
  }
  if (within.lengths) {
    texts.push(`[length]: ${count}`);
  }
  return texts;
}

/** A run of holes is one entry. */
function emptyItems(count: number): string {
  return count === 1 ? "<1 empty item>" : `<${count} empty items>`;
}

/** An error's cause comes last and, as it cannot be enumerated, in brackets. */
function propertyTexts(within: Inspection, object: unknown, ofError: boolean, level: number): string[] {
  const texts: string[] = [];
  const count = reflectCount(object);
  let cause = -1;
  let symbols = 0;
  for (let i = 0; i < count; i++) {
    if (!isShown(object, i, ofError)) {
      continue;
    }
    const key = reflectKey(object, i);
    if (ofError && reflectState(object, i) === hiddenState) {
      cause = i;
    } else if (isSymbolName(key)) {
      symbols++;
    } else {
      texts.push(`${keyText(key)}: ${propertyText(within, object, i, level)}`);
    }
  }
  // Those with symbols for names come last.
  for (let i = 0; symbols > 0; i++) {
    if (isSymbolName(reflectKey(object, i)) && isShown(object, i, ofError)) {
      texts.push(`${keyText(reflectKey(object, i))}: ${propertyText(within, object, i, level)}`);
      symbols--;
    }
  }
  if (cause >= 0) {
    texts.push(`[cause]: ${propertyText(within, object, cause, level)}`);
  }
  return texts;
}

function propertyText(within: Inspection, object: unknown, index: number, level: number): string {
  switch (reflectState(object, index)) {
    case valueState:
    case hiddenState:
      return textOf(within, reflectItem(object, index), level);
    case getterState:
      return "[Getter]";
    case setterState:
      return "[Setter]";
    default:
      return "[Getter/Setter]";
  }
}
