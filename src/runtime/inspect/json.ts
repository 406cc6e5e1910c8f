import { stop } from "../../memory/memory.ts";
import {
  reflectCount,
  reflectItem,
  reflectKey,
  reflectKind,
  reflectState,
  sameObject,
} from "../../memory/value-primitives.ts";
import { internalStop } from "../../source/stop-codes.ts";
import { numberToString } from "../numbers/number-to-string.ts";
import { absentState, arrayKind, functionKind, literalKind, valueState } from "./kinds.ts";
import { isPair, unicodeEscape } from "./quote.ts";

// An object was met inside itself.
let circular = false;

/** JSON.stringify(value) as `%j` prints it. */
export function jsonText(value: unknown): string {
  circular = false;
  const open: unknown[] = [];
  const text = isLeftOut(value) ? "undefined" : textOf(value, open);
  return circular ? "[Circular]" : text;
}

/** JSON has no undefined and no functions. */
function isLeftOut(value: unknown): boolean {
  if (value === undefined) {
    return true;
  }
  if (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
  ) {
    return false;
  }
  return reflectKind(value) === functionKind;
}

function textOf(value: unknown, open: unknown[]): string {
  if (typeof value === "string") {
    return stringText(value);
  }
  if (typeof value === "number") {
    return value - value === 0.0 ? numberToString(value) : "null";
  }
  if (typeof value === "boolean") {
    return value ? "true" : "false";
  }
  if (value === null || isLeftOut(value)) {
    return "null";
  }
  for (let i = 0; i < open.length; i++) {
    circular = circular || sameObject(open[i], value);
  }
  if (circular) {
    return "";
  }
  open.push(value);
  const text = reflectKind(value) === arrayKind ? arrayText(value, open) : objectText(value, open);
  open.pop();
  return text;
}

function arrayText(array: unknown, open: unknown[]): string {
  let text = "[";
  const count = reflectCount(array);
  for (let i = 0; i < count; i++) {
    text += i > 0 ? `,${textOf(reflectItem(array, i), open)}` : textOf(reflectItem(array, i), open);
  }
  return `${text}]`;
}

function objectText(object: unknown, open: unknown[]): string {
  if (reflectKind(object) !== literalKind || hasFunction(object, "toJSON")) {
    // Node calls toJSON; a class may have it where inspection cannot see it.
    stop(internalStop, "console.log with %j is supported for arrays and plain objects only");
  }
  let text = "{";
  const count = reflectCount(object);
  for (let i = 0; i < count; i++) {
    const state = reflectState(object, i);
    if (state !== absentState && state !== valueState) {
      stop(internalStop, "console.log with %j of an object with accessors is not supported");
    }
    const value = reflectItem(object, i);
    if (state === valueState && !isLeftOut(value)) {
      const separator = text.length > 1 ? "," : "";
      text += `${separator}${stringText(reflectKey(object, i))}:${textOf(value, open)}`;
    }
  }
  return `${text}}`;
}

/** The object has a function as a property of that name. */
export function hasFunction(object: unknown, name: string): boolean {
  for (let i = 0; i < reflectCount(object); i++) {
    if (reflectKey(object, i) === name && reflectState(object, i) === valueState) {
      const value = reflectItem(object, i);
      return value !== undefined && isLeftOut(value);
    }
  }
  return false;
}

function stringText(text: string): string {
  let result = '"';
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      if (isPair(text, i)) {
        i++;
        continue;
      }
    } else if (unit >= 32 && unit !== 34 && unit !== 92) {
      continue;
    }
    result += text.slice(last, i) + escapeOf(unit);
    last = i + 1;
  }
  return `${result + text.slice(last, text.length)}"`;
}

function escapeOf(unit: number): string {
  switch (unit) {
    case 8:
      return "\\b";
    case 9:
      return "\\t";
    case 10:
      return "\\n";
    case 12:
      return "\\f";
    case 13:
      return "\\r";
    case 34:
      return '\\"';
    case 92:
      return "\\\\";
    default:
      return unicodeEscape(unit);
  }
}
