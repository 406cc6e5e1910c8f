/** Reads classes, structs, globals and statics of the textual form. */
import type { Constant } from "./graph.ts";
import {
  type ClassInfo,
  classInfo,
  type Global,
  type Program,
  type StaticObject,
  type StorageType,
  type Struct,
} from "./program.ts";
import { readConstant, readList, readListOf, readSpanMark, readType, readTypeMark } from "./read-parts.ts";
import type { Scanner } from "./scanner.ts";
import { lowTypes } from "./types.ts";

const quote = 34;

const storageTypes: ReadonlySet<string> = new Set([...lowTypes, "u8", "u16", "u32", "i32"]);
const classKinds: ReadonlySet<string> = new Set(["class", "literal", "array", "closure", "cell", "frame"]);

/** A word of a fixed set. */
function oneOf<T extends string>(scanner: Scanner, words: ReadonlySet<string>, what: string): T {
  scanner.blanks();
  const start = scanner.position;
  const word = scanner.word(what);
  if (!words.has(word)) scanner.fail(`\`${word}\` is not ${what}`, start);
  return word as T;
}

const storage = (scanner: Scanner): StorageType => oneOf(scanner, storageTypes, "a storage type");

/** The lines up to the closing brace; `readLine` gets the word that begins each. */
function readBody(scanner: Scanner, readLine: (word: string) => boolean): void {
  scanner.expect("{");
  scanner.endOfLine();
  for (scanner.lines(); !scanner.take("}"); scanner.lines()) {
    const start = scanner.position;
    const word = scanner.word();
    if (!readLine(word)) scanner.fail(`\`${word}\` does not belong here`, start);
    scanner.endOfLine();
  }
  scanner.endOfLine();
}

function readClassLine(scanner: Scanner, info: ClassInfo, word: string): boolean {
  const name = scanner.name();
  if (word === "field") {
    const type = readTypeMark(scanner, "any");
    const definite = scanner.takeWord("definite");
    info.fields.push({ name, type, definite, span: readSpanMark(scanner) });
    return true;
  }
  if (word !== "method" && word !== "getter" && word !== "setter") return false;
  scanner.expect("=");
  info[`${word}s`].set(name, scanner.reference("a function"));
  return true;
}

function readClass(scanner: Scanner): ClassInfo {
  const name = scanner.reference("a class");
  const info = classInfo(name, oneOf(scanner, classKinds, "a kind of class"));
  if (scanner.peek() === quote) info.displayName = scanner.string();
  if (scanner.takeWord("extends")) info.parent = scanner.reference("a class");
  if (scanner.takeWord("types")) info.typeParameters = readList(scanner);
  if (scanner.takeWord("clone_of")) info.cloneOf = scanner.reference("a class");
  if (scanner.takeWord("function")) info.function = scanner.reference("a function");
  if (scanner.takeWord("dropped")) info.dropped = readList(scanner);
  if (scanner.takeWord("dictionary")) info.dictionary = scanner.reference("a class");
  if (scanner.takeWord("constructs")) info.constructs = scanner.reference("a class");
  if (scanner.takeWord("element")) info.element = readType(scanner);
  if (scanner.takeWord("like")) info.like = scanner.reference("a class");
  if (scanner.takeWord("order")) info.order = readList(scanner);
  if (scanner.takeWord("holes")) info.holes = true;
  if (scanner.takeWord("frozen")) info.frozen = true;
  if (scanner.takeWord("resized")) info.resized = true;
  if (scanner.takeWord("managed")) info.managed = true;
  info.span = readSpanMark(scanner);
  readBody(scanner, (word) => readClassLine(scanner, info, word));
  return info;
}

function readSlot(scanner: Scanner): string | undefined {
  return scanner.takeWord("none") ? undefined : scanner.reference("a function");
}

function readStruct(scanner: Scanner): Struct {
  const name = scanner.reference("a struct");
  const struct: Struct = {
    name,
    displayName: scanner.peek() === quote ? scanner.string() : name,
    parent: scanner.takeWord("extends") ? scanner.reference("a struct") : undefined,
    fields: [],
    item: scanner.takeWord("item") ? storage(scanner) : undefined,
    zeroed: scanner.takeWord("zeroed"),
    vtable: [],
  };
  readBody(scanner, (word) => {
    if (word === "field") {
      const field = scanner.name();
      scanner.expect(":");
      struct.fields.push({ name: field, type: storage(scanner) });
    } else if (word === "vtable") {
      struct.vtable = readListOf(scanner, readSlot);
    } else return false;
    return true;
  });
  return struct;
}

function readGlobal(scanner: Scanner): Global {
  const name = scanner.reference("a global");
  const type = readTypeMark(scanner, "any");
  const initial: Constant | undefined = scanner.take("=") ? readConstant(scanner) : undefined;
  const span = readSpanMark(scanner);
  scanner.endOfLine();
  return { name, type, initial, span };
}

function readStatic(scanner: Scanner): StaticObject {
  const name = scanner.reference("a static");
  scanner.expect("=");
  const made: StaticObject = { name, struct: scanner.name("a struct"), fields: {}, items: [] };
  readBody(scanner, (word) => {
    if (word === "field") {
      const field = scanner.name();
      scanner.expect("=");
      made.fields[field] = readConstant(scanner);
    } else if (word === "items") {
      made.items = readListOf(scanner, readConstant);
    } else return false;
    return true;
  });
  return made;
}

function add<T extends { readonly name: string }>(
  scanner: Scanner,
  map: Map<string, T>,
  one: T,
  start: number,
): void {
  if (map.has(one.name)) scanner.fail(`@${one.name} is declared twice`, start);
  map.set(one.name, one);
}

/** Reads the declaration that comes next into the program; `word` has been taken. */
export function readDeclaration(scanner: Scanner, word: string, into: Program): void {
  const start = scanner.position;
  switch (word) {
    case "class":
      add(scanner, into.classes, readClass(scanner), start);
      break;
    case "struct":
      add(scanner, into.structs, readStruct(scanner), start);
      break;
    case "global":
      add(scanner, into.globals, readGlobal(scanner), start);
      break;
    case "static":
      add(scanner, into.statics, readStatic(scanner), start);
      break;
    default:
      scanner.fail(`\`${word}\` begins no declaration`, start);
  }
}
