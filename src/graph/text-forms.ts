/**
 * The small parts of the textual form: names, numbers, constants, types, attributes, spans. The reading side is
 * scanner.ts and read-parts.ts.
 */
import type { Span } from "../source/span.ts";
import type { Attribute, Constant } from "./graph.ts";
import { isValueType, maxSafe, type NumberFact, type Type, type ValueType } from "./types.ts";

/** Words that stand for constants; no variable may be called so. */
export const constantWords: ReadonlySet<string> = new Set([
  "true",
  "false",
  "undefined",
  "null",
  "nil",
  "nan",
  "inf",
]);

/** What ends a bare word: blanks, control characters, punctuation of the format, quotes. */
const wordEnd = "\\s\\x00-\\x20\\x7f(){}\\[\\],:;=!|\"'`";
const barePattern = new RegExp(`^[^${wordEnd}]+$`);
const notBare = new RegExp(`[${wordEnd}]`, "g");
/** Looks like a number or a name with `@`: as a string it must be quoted. */
const ambiguousStart = /^[-@0-9]/;

/** A name of the program: bare where the scanner would read it back as one word, else in quotes. */
export function printName(name: string): string {
  return barePattern.test(name) && !ambiguousStart.test(name) ? name : JSON.stringify(name);
}

/** The name of a variable as one word of the format, not yet unique. */
export function variableWord(name: string): string {
  const word = name.replace(notBare, "_");
  if (word === "") return "v";
  return ambiguousStart.test(word) || constantWords.has(word) ? `_${word}` : word;
}

/** A number that must read back as the same double: `5`, `-0`, `1.5`, `1e+300`, `nan`, `-inf`. */
export function printNumber(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (value === Number.POSITIVE_INFINITY) return "inf";
  if (value === Number.NEGATIVE_INFINITY) return "-inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A float always shows that it is one, by a point or an exponent. */
function printFloat(value: number): string {
  const text = printNumber(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** An int never has a point or an exponent, however large it is. */
export function printInt(value: number): string {
  return Math.abs(value) >= 1e21 && Number.isFinite(value) ? String(BigInt(value)) : printNumber(value);
}

export function printConstant(constant: Constant): string {
  switch (constant.kind) {
    case "int":
      return printInt(constant.value);
    case "float":
      return printFloat(constant.value);
    case "bool":
      return String(constant.value);
    case "undefined":
    case "null":
    case "nil":
      return constant.kind;
    case "string":
      return JSON.stringify(constant.value);
    case "bigint":
      return `${constant.value}n`;
    case "function":
      return `@${printName(constant.name)}`;
    case "static":
    case "typeid":
      return `${constant.kind}:${printName(constant.name)}`;
    case "special":
      return `${constant.type}:${constant.which}`;
  }
}

function printBounds(fact: NumberFact, low: number, high: number): string {
  return `[${fact.low === low ? "" : printNumber(fact.low)}..${fact.high === high ? "" : printNumber(fact.high)}]`;
}

function printNumberFact(fact: NumberFact): string {
  if (fact.kind === "int") return `int${printBounds(fact, -maxSafe, maxSafe)}`;
  const bounds = printBounds(fact, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (fact.integral === true) return `integral${bounds}`;
  return bounds === "[..]" ? "number" : `float${bounds}`;
}

function printValueType(type: ValueType): string {
  const parts: string[] = [];
  if (type.number) parts.push(printNumberFact(type.number));
  if (type.boolean) parts.push("boolean");
  if (type.string) parts.push("string");
  if (type.bigint) parts.push("bigint");
  if (type.symbol) parts.push("symbol");
  for (const name of type.objects) parts.push(`@${printName(name)}`);
  if (type.undefined) parts.push("undefined");
  if (type.null) parts.push("null");
  return parts.length === 0 ? "never" : parts.join("|");
}

/**
 * A type: `any`, a machine type by its name, or a union of what can be there, where an int always has brackets and a
 * double is `number`: `int[0..10]|undefined|@shapes.Square`.
 */
export function printType(type: Type): string {
  return isValueType(type) ? printValueType(type) : type;
}

function printText(value: string): string {
  return value === "true" || value === "false" || value === "nan" || value === "inf"
    ? JSON.stringify(value)
    : printName(value);
}

function printAttribute(value: Attribute): string {
  if (typeof value === "string") return printText(value);
  if (typeof value === "number") return printNumber(value);
  if (typeof value === "boolean") return String(value);
  return printList(value);
}

export function printList(names: readonly string[]): string {
  return `[${names.map(printText).join(", ")}]`;
}

/** `{name=x, types=[a, b]}`, or nothing if there are none. */
export function printAttributes(attributes: Readonly<Record<string, Attribute>>): string {
  const entries = Object.entries(attributes);
  if (entries.length === 0) return "";
  return `{${entries.map(([key, value]) => `${printName(key)}=${printAttribute(value)}`).join(", ")}}`;
}

/** ` !file:line:column+length`, each call it was inlined through after a `<`. */
export function printSpanMark(span: Span | undefined): string {
  if (!span) return "";
  let text = "";
  for (let at: Span | undefined = span; at; at = at.inlinedAt) {
    const length = at.length === 1 ? "" : `+${at.length}`;
    text += `${text === "" ? " !" : "<"}${printName(at.file)}:${at.line}:${at.column}${length}`;
  }
  return text;
}
