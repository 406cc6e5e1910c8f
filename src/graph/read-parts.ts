/** Reads the small parts of the textual form that text-forms.ts prints: constants, types, attributes, spans. */
import type { Span } from "../source/span.ts";
import { type Attribute, type Constant, constants } from "./graph.ts";
import { numberOf, type Scanner } from "./scanner.ts";
import {
  type LowType,
  lowTypes,
  maxSafe,
  type NumberFact,
  neverType,
  type Type,
  type ValueType,
} from "./types.ts";

const quote = 34;
const at = 64;
const bracket = 91;
const bar = 124;

const machineTypes: ReadonlySet<string> = new Set(lowTypes);

function isMachineType(word: string): word is LowType {
  return machineTypes.has(word);
}

const wordConstants: ReadonlyMap<string, Constant> = new Map([
  ["true", constants.bool(true)],
  ["false", constants.bool(false)],
  ["undefined", constants.undefined],
  ["null", constants.null],
  ["nil", constants.nil],
  ["nan", constants.float(Number.NaN)],
  ["inf", constants.float(Number.POSITIVE_INFINITY)],
]);

/** A constant, or the word of a variable, which the caller knows. */
export function readConstantOrWord(scanner: Scanner): Constant | string {
  const code = scanner.peek();
  if (code === quote) return constants.string(scanner.string());
  if (code === at) return constants.function(scanner.reference("a function"));
  if (scanner.atNumber) {
    const digits = scanner.takeBigInt();
    if (digits !== undefined) return constants.bigint(BigInt(digits));
    const { value, float } = scanner.number();
    return float ? constants.float(value) : constants.int(value);
  }
  const start = scanner.position;
  const word = scanner.word("an operand");
  const known = wordConstants.get(word);
  if (known) return known;
  if (scanner.text[scanner.position] !== ":") return word;
  scanner.position++;
  if (word === "static") return constants.static(scanner.name());
  if (word === "typeid") return constants.typeid(scanner.name());
  if (!isMachineType(word)) scanner.fail(`\`${word}:\` does not begin a constant`, start);
  const which = scanner.word();
  if (which !== "undefined" && which !== "null" && which !== "true" && which !== "false") {
    scanner.fail(`\`${word}:${which}\` is not a reserved value`, start);
  }
  return constants.special(word, which);
}

export function readConstant(scanner: Scanner): Constant {
  const start = scanner.position;
  const constant = readConstantOrWord(scanner);
  if (typeof constant === "string") scanner.fail(`\`${constant}\` is not a constant`, start);
  return constant;
}

/** `[low..high]`, either of which may be left out. */
function readBounds(scanner: Scanner, low: number, high: number): { low: number; high: number } {
  scanner.expect("[");
  const start = scanner.position;
  const end = scanner.text.indexOf("]", start);
  const parts = scanner.text.slice(start, end < 0 ? start : end).split("..");
  const bound = (text: string | undefined, missing: number): number => {
    const value = text === "" ? missing : text === undefined ? undefined : numberOf(text);
    return value ?? scanner.fail("bounds are written [low..high]");
  };
  if (end < 0 || parts.length !== 2) scanner.fail("bounds are written [low..high]");
  const bounds = { low: bound(parts[0], low), high: bound(parts[1], high) };
  scanner.position = end + 1;
  return bounds;
}

const anyNumber: NumberFact = {
  kind: "float",
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
};

function readNumberFact(word: string, scanner: Scanner): NumberFact | undefined {
  if (word === "number") return anyNumber;
  if (scanner.text.charCodeAt(scanner.position) !== bracket) return undefined;
  if (word === "int") return { kind: "int", ...readBounds(scanner, -maxSafe, maxSafe) };
  if (word !== "float" && word !== "integral") return undefined;
  const bounds = readBounds(scanner, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return word === "float" ? { kind: "float", ...bounds } : { kind: "float", ...bounds, integral: true };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function readTypePart(scanner: Scanner, into: Mutable<ValueType>): void {
  if (scanner.peek() === at) {
    into.objects = [...into.objects, scanner.reference("a class")];
    return;
  }
  const start = scanner.position;
  const word = scanner.word("a type");
  if (
    word === "undefined" ||
    word === "null" ||
    word === "boolean" ||
    word === "string" ||
    word === "bigint" ||
    word === "symbol"
  ) {
    into[word] = true;
    return;
  }
  if (word === "never") return;
  const number = readNumberFact(word, scanner);
  if (!number) scanner.fail(`\`${word}\` is not a type, or not part of a union`, start);
  into.number = number;
}

/** A type as `printType` writes it. */
export function readType(scanner: Scanner): Type {
  const isReference = scanner.peek() === at;
  const start = scanner.position;
  if (!isReference) {
    const word = scanner.word("a type");
    const next = scanner.text.charCodeAt(scanner.position);
    if (next !== bracket && next !== bar) {
      if (isMachineType(word) || word === "any") return word;
    }
    scanner.position = start;
  }
  const type: Mutable<ValueType> = { ...neverType };
  do readTypePart(scanner, type);
  while (scanner.take("|"));
  if (type.objects.length > 1) type.objects = [...new Set(type.objects)].sort();
  return type;
}

/** `: type`, or `missing` where there is none. */
export function readTypeMark(scanner: Scanner, missing: Type): Type {
  return scanner.take(":") ? readType(scanner) : missing;
}

function readText(scanner: Scanner): string {
  return scanner.name("a name or string");
}

/** `[a, b]`, over several lines if need be. */
export function readListOf<T>(scanner: Scanner, readOne: (scanner: Scanner) => T): T[] {
  const list: T[] = [];
  scanner.expect("[");
  for (scanner.lines(); !scanner.take("]"); scanner.lines()) {
    if (list.length > 0) {
      scanner.expect(",");
      scanner.lines();
    }
    list.push(readOne(scanner));
  }
  return list;
}

export function readList(scanner: Scanner): string[] {
  return readListOf(scanner, readText);
}

function readAttribute(scanner: Scanner): Attribute {
  const code = scanner.peek();
  if (code === quote) return scanner.string();
  if (code === bracket) return readList(scanner);
  if (scanner.atNumber) return scanner.number().value;
  const word = scanner.word("an attribute's value");
  if (word === "true" || word === "false") return word === "true";
  return word === "nan" || word === "inf" ? (numberOf(word) as number) : word;
}

const noAttributes: Readonly<Record<string, Attribute>> = {};

/** `{name=x, types=[a, b]}` if it comes next. */
export function readAttributes(scanner: Scanner): Readonly<Record<string, Attribute>> {
  if (!scanner.take("{")) return noAttributes;
  const attributes: Record<string, Attribute> = {};
  for (let first = true; !scanner.take("}"); first = false) {
    if (!first) scanner.expect(",");
    const key = scanner.name("an attribute's name");
    scanner.expect("=");
    attributes[key] = readAttribute(scanner);
  }
  return attributes;
}

/** `!file:line:column+length<…` if it comes next. */
export function readSpanMark(scanner: Scanner): Span | undefined {
  return scanner.take("!") ? readSpan(scanner) : undefined;
}

function readSpan(scanner: Scanner): Span {
  const file = readFile(scanner);
  scanner.expect(":");
  const line = scanner.count();
  scanner.expect(":");
  const column = scanner.count();
  let length = 1;
  const text = scanner.text;
  if (text[scanner.position] === "+") {
    scanner.position++;
    length = scanner.count();
  }
  if (text[scanner.position] !== "<") return { file, line, column, length };
  scanner.position++;
  return { file, line, column, length, inlinedAt: readSpan(scanner) };
}

/** Neighbouring spans mostly name one file: its string is shared. */
let lastFile = "";

function readFile(scanner: Scanner): string {
  const { text, position } = scanner;
  if (lastFile !== "" && text.startsWith(lastFile, position) && text[position + lastFile.length] === ":") {
    scanner.position += lastFile.length;
    return lastFile;
  }
  return (lastFile = scanner.name("a file"));
}
