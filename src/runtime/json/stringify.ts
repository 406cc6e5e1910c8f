/* JSON.stringify (ECMA-262, 25.5.2) over what objects tell of themselves. */
import { throwTypeError } from "../../memory/failures.ts";
import {
  type float,
  reflectCount,
  reflectItem,
  reflectJson,
  reflectKey,
  reflectKind,
  reflectName,
  reflectState,
  sameObject,
} from "../../memory/value-primitives.ts";
import { absentState, arrayKind, functionKind, hiddenState } from "../inspect/kinds.ts";
import { isObject } from "../inspect/objects.ts";
import { intToString } from "../numbers/int-to-string.ts";
import { numberToString } from "../numbers/number-to-string.ts";
import { TextBuilder } from "../strings/builder.ts";
import { isSymbolName } from "../symbols/names.ts";
import { appendQuoted } from "./quote.ts";

const longestGap = 10;

/** The key under which an object stands whose `toJSON` is called. */
let currentKey = "";

/** For `toJSON` methods that want it. */
export function keyOfJson(): string {
  return currentKey;
}

/** One call of JSON.stringify. */
class Writer {
  readonly out = new TextBuilder();
  /** What each level is indented by. */
  readonly gap: string;
  /** The only properties that are written, if `selects`. */
  readonly selected: string[];
  readonly selects: boolean;
  /** `%j` shows a circle as a word. */
  readonly throws: boolean;
  indentation = "";
  /** The objects around the current place, and the keys under which they stand; an index has no key. */
  readonly open: unknown[] = [];
  readonly keys: string[] = [];
  readonly indices: number[] = [];
  depth = 0;
  circular = false;

  constructor(gap: string, selected: string[], selects: boolean, throws: boolean) {
    this.gap = gap;
    this.selected = selected;
    this.selects = selects;
    this.throws = throws;
  }
}

/** JSON.stringify(value, replacer, space): a string, or undefined where JSON has nothing for the value. */
export function stringify(value: unknown, replacer: unknown, space: unknown): unknown {
  const selected: string[] = [];
  const selects = isObject(replacer) && reflectKind(replacer) === arrayKind;
  if (selects) {
    select(replacer, selected);
  }
  const writer = new Writer(gapOf(space), selected, selects, true);
  const found = prepared("", value);
  if (isLeftOut(found)) {
    return undefined;
  }
  writeValue(writer, found, "", -1);
  return writer.out.finish();
}

/** JSON.stringify(value) as `%j` prints it. */
export function jsonText(value: unknown): string {
  const writer = new Writer("", [], false, false);
  const found = prepared("", value);
  if (isLeftOut(found)) {
    return "undefined";
  }
  writeValue(writer, found, "", -1);
  return writer.circular ? "[Circular]" : writer.out.finish();
}

function gapOf(space: unknown): string {
  if (typeof space === "number") {
    return " ".repeat(space >= 1.0 ? Math.min(space, longestGap) | 0 : 0);
  }
  return typeof space === "string" ? space.slice(0, longestGap) : "";
}

function select(list: unknown, selected: string[]): void {
  const count = reflectCount(list);
  for (let i = 0; i < count; i++) {
    const item = reflectItem(list, i);
    if (typeof item === "string") {
      addSelected(selected, item);
    } else if (typeof item === "number") {
      addSelected(selected, numberToString(item));
    }
  }
}

function addSelected(selected: string[], name: string): void {
  for (let i = 0; i < selected.length; i++) {
    if (selected[i] === name) {
      return;
    }
  }
  selected.push(name);
}

/** JSON has no undefined, no symbols and no functions. */
function isLeftOut(value: unknown): boolean {
  return (
    value === undefined ||
    typeof value === "symbol" ||
    (isObject(value) && reflectKind(value) === functionKind)
  );
}

/** What is written in place of a value: what its `toJSON` gives. */
function prepared(key: string, value: unknown): unknown {
  if (!isObject(value)) {
    return value;
  }
  currentKey = key;
  return reflectJson(value);
}

function writeValue(writer: Writer, value: unknown, key: string, index: number): void {
  const { out } = writer;
  if (typeof value === "string") {
    appendQuoted(out, value);
  } else if (typeof value === "number") {
    writeNumber(out, value);
  } else if (typeof value === "boolean") {
    out.append(value ? "true" : "false");
  } else if (value === null) {
    out.append("null");
  } else if (typeof value === "bigint") {
    throwTypeError("Do not know how to serialize a BigInt");
  } else {
    writeObject(writer, value, key, index);
  }
}

function writeNumber(out: TextBuilder, value: float): void {
  const whole = value | 0;
  if (whole === value) {
    out.appendInt(whole);
  } else {
    out.append(value - value === 0.0 ? numberToString(value) : "null");
  }
}

function writeObject(writer: Writer, object: unknown, key: string, index: number): void {
  for (let i = 0; i < writer.depth; i++) {
    if (sameObject(writer.open[i], object)) {
      meetCircle(writer, i, key, index);
      return;
    }
  }
  if (writer.depth === writer.open.length) {
    writer.open.push(object);
    writer.keys.push(key);
    writer.indices.push(index);
  } else {
    writer.open[writer.depth] = object;
    writer.keys[writer.depth] = key;
    writer.indices[writer.depth] = index;
  }
  writer.depth++;
  const outer = writer.indentation;
  if (writer.gap.length > 0) {
    writer.indentation = outer + writer.gap;
  }
  if (reflectKind(object) === arrayKind) {
    writeArray(writer, object, outer);
  } else {
    writeProperties(writer, object, outer);
  }
  writer.indentation = outer;
  writer.depth--;
}

function newLine(writer: Writer, indentation: string): void {
  if (writer.gap.length > 0) {
    writer.out.appendUnit(10);
    writer.out.append(indentation);
  }
}

function writeArray(writer: Writer, array: unknown, outer: string): void {
  const { out } = writer;
  const count = reflectCount(array);
  out.appendUnit(91);
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      out.appendUnit(44);
    }
    newLine(writer, writer.indentation);
    const item = reflectItem(array, i);
    // The key is a text only for those who see it.
    const found = isObject(item) ? prepared(intToString(i), item) : item;
    writeValue(writer, isLeftOut(found) ? null : found, "", i);
  }
  if (count > 0) {
    newLine(writer, outer);
  }
  out.appendUnit(93);
}

function writeProperties(writer: Writer, object: unknown, outer: string): void {
  const { out } = writer;
  const count = reflectCount(object);
  let written = false;
  out.appendUnit(123);
  if (writer.selects) {
    for (let i = 0; i < writer.selected.length; i++) {
      const name = writer.selected[i]!;
      for (let at = 0; at < count; at++) {
        if (reflectKey(object, at) === name) {
          written = writeProperty(writer, object, at, written);
        }
      }
    }
  } else {
    for (let i = 0; i < count; i++) {
      written = writeProperty(writer, object, i, written);
    }
  }
  if (written) {
    newLine(writer, outer);
  }
  out.appendUnit(125);
}

/** Gives whether any property of the object is written by now. */
function writeProperty(writer: Writer, object: unknown, at: number, written: boolean): boolean {
  const state = reflectState(object, at);
  if (state === absentState || state === hiddenState) {
    return written;
  }
  const { out } = writer;
  const key = reflectKey(object, at);
  if (isSymbolName(key)) {
    return written;
  }
  const value = prepared(key, reflectItem(object, at));
  if (isLeftOut(value)) {
    return written;
  }
  if (written) {
    out.appendUnit(44);
  }
  newLine(writer, writer.indentation);
  appendQuoted(out, key);
  out.appendUnit(58);
  if (writer.gap.length > 0) {
    out.appendUnit(32);
  }
  writeValue(writer, value, key, -1);
  return true;
}

/** Only so many objects of a circle are listed before the last one. */
const longestCircle = 2;

/** The object at `start` of those that are open was met again, under a key or an index. */
function meetCircle(writer: Writer, start: number, key: string, index: number): void {
  writer.circular = true;
  if (!writer.throws) {
    return;
  }
  const { depth } = writer;
  let text = `Converting circular structure to JSON\n    --> starting at object with constructor '${reflectName(writer.open[start])}'`;
  const first = Math.min(depth, start + longestCircle + 1);
  for (let i = start + 1; i < first; i++) {
    text += circleLine(writer, i);
  }
  if (depth > first + 1) {
    text += "\n    |     ...";
  }
  for (let i = Math.max(depth - 1, first); i < depth; i++) {
    text += circleLine(writer, i);
  }
  throwTypeError(`${text}\n    --- ${placeText(key, index)} closes the circle`);
}

function circleLine(writer: Writer, i: number): string {
  const place = placeText(writer.keys[i]!, writer.indices[i]!);
  return `\n    |     ${place} -> object with constructor '${reflectName(writer.open[i])}'`;
}

function placeText(key: string, index: number): string {
  return index >= 0 ? `index ${intToString(index)}` : `property '${key}'`;
}
