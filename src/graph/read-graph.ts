/** Reads one function of the textual form. */
import {
  type Block,
  block,
  type Exit,
  type Graph,
  graph,
  type Link,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "./graph.ts";
import { type OpName, ops } from "./ops.ts";
import {
  readAttributes,
  readConstantOrWord,
  readList,
  readSpanMark,
  readType,
  readTypeMark,
} from "./read-parts.ts";
import type { Scanner } from "./scanner.ts";
import type { Type } from "./types.ts";

const newline = 10;
const quote = 34;
const openParenthesis = 40;
const closeParenthesis = 41;
const colon = 58;
const equals = 61;
const bang = 33;
const closeBrace = 125;

/** A variable or block that is named before it is defined. */
interface Entry<T> {
  readonly it: T;
  readonly firstUse: number;
  defined: boolean;
}

class GraphReader {
  readonly #scanner: Scanner;
  readonly #variables = new Map<string, Entry<Variable>>();
  readonly #blocks = new Map<string, Entry<Block>>();

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  read(): Graph {
    const made = this.#header();
    let current: Block | undefined;
    const scanner = this.#scanner;
    for (scanner.lines(); scanner.peek() !== closeBrace; scanner.lines()) {
      const start = scanner.position;
      const word = scanner.word("a block's label, an operation or an exit");
      const next = scanner.text.charCodeAt(scanner.position);
      if (next === openParenthesis || (next === colon && this.#lineEndsAfterColon())) {
        if (current) scanner.fail("the block before has no exit", start);
        current = this.#label(word, start);
        made.blocks.push(current);
      } else if (!current) {
        scanner.fail("expected a block's label", start);
      } else if (this.#line(current, word, start)) {
        current = undefined;
      }
      scanner.endOfLine();
    }
    if (current) scanner.fail("the last block has no exit");
    scanner.expect("}");
    scanner.endOfLine();
    this.#checkDefined();
    return made;
  }

  #header(): Graph {
    const scanner = this.#scanner;
    if (!scanner.takeWord("func")) scanner.fail("expected `func`");
    const made = graph(scanner.reference("a function"));
    if (scanner.peek() === quote) made.displayName = scanner.string();
    if (scanner.take("->")) made.result = readType(scanner);
    if (scanner.takeWord("captures")) {
      scanner.blanks();
      made.captures = scanner.count();
    }
    if (scanner.takeWord("this")) made.hasThis = true;
    if (scanner.takeWord("types")) made.typeParameters = readList(scanner);
    if (scanner.takeWord("system")) made.system = true;
    if (scanner.takeWord("notes")) made.notes = readNotes(scanner);
    made.span = readSpanMark(scanner);
    scanner.expect("{");
    scanner.endOfLine();
    return made;
  }

  /** `b0:` at the end of a line is a label, `x: int = …` an operation. */
  #lineEndsAfterColon(): boolean {
    const scanner = this.#scanner;
    const saved = scanner.position;
    scanner.position++;
    const code = scanner.peek();
    scanner.position = saved;
    return code === newline || Number.isNaN(code);
  }

  #label(word: string, start: number): Block {
    const scanner = this.#scanner;
    const entry = this.#blockEntry(word, start);
    if (entry.defined) scanner.fail(`block \`${word}\` is there twice`, start);
    entry.defined = true;
    if (scanner.take("(")) {
      for (let first = true; !scanner.take(")"); first = false) {
        if (!first) scanner.expect(",");
        entry.it.params.push(this.#definition("any"));
      }
    }
    scanner.expect(":");
    return entry.it;
  }

  /** An operation or the exit of the block; true if it was the exit. */
  #line(current: Block, word: string, start: number): boolean {
    const scanner = this.#scanner;
    const next = scanner.peek();
    if (next !== colon && next !== equals) {
      const exit = this.#exit(word);
      if (exit) {
        current.exit = exit;
        return true;
      }
      current.operations.push(this.#operation(word, start, undefined));
      return false;
    }
    const result = this.#define(word, start);
    if (next === colon) {
      scanner.position++;
      result.type = readType(scanner);
    }
    scanner.expect("=");
    scanner.blanks();
    const opStart = scanner.position;
    const op = scanner.word("an operation");
    const operation = this.#operation(op, opStart, result);
    if (next === equals) result.type = ops[operation.op].result;
    current.operations.push(operation);
    return false;
  }

  #operation(word: string, start: number, result: Variable | undefined): Operation {
    const scanner = this.#scanner;
    if (!isOpName(word)) return scanner.fail(`there is no operation \`${word}\``, start);
    const attributes = readAttributes(scanner);
    const args: Operand[] = [];
    const next = scanner.peek();
    if (next !== newline && next !== bang && !scanner.atEnd) {
      do args.push(this.#operand());
      while (scanner.take(","));
    }
    return { op: word, args, result, attributes, span: readSpanMark(scanner) };
  }

  #exit(word: string): Exit | undefined {
    const scanner = this.#scanner;
    switch (word) {
      case "return": {
        const next = scanner.peek();
        const empty = next === newline || next === bang || scanner.atEnd;
        const value = empty ? undefined : this.#operand();
        return withSpan({ kind: "return", value }, scanner);
      }
      case "jump":
        return { kind: "jump", link: this.#link() };
      case "branch": {
        const condition = this.#operand();
        scanner.expect(",");
        const then = this.#link();
        scanner.expect(",");
        const exit: Exit = { kind: "branch", condition, then, else: this.#link() };
        if (scanner.takeWord("likely")) exit.likely = true;
        else if (scanner.takeWord("unlikely")) exit.likely = false;
        return exit;
      }
      case "switch":
        return this.#switch();
      case "except": {
        const normal = this.#link();
        scanner.expect(",");
        if (!scanner.takeWord("catch")) scanner.fail("expected `catch`");
        const caught = this.#definition("any");
        scanner.expect("=>");
        return { kind: "except", normal, caught, handler: this.#link() };
      }
      case "raise":
        return withSpan({ kind: "raise", value: this.#operand() }, scanner);
      case "stop": {
        const code = scanner.name("a stop's name");
        return withSpan({ kind: "stop", code, message: scanner.string() }, scanner);
      }
      case "unreachable":
        return { kind: "unreachable" };
      default:
        return undefined;
    }
  }

  #switch(): Exit {
    const scanner = this.#scanner;
    const value = this.#operand();
    const cases: { value: number; link: Link }[] = [];
    for (;;) {
      scanner.expect(",");
      if (scanner.takeWord("else")) {
        scanner.expect(":");
        return { kind: "switch", value, cases, otherwise: this.#link() };
      }
      scanner.blanks();
      const one = scanner.number().value;
      scanner.expect(":");
      cases.push({ value: one, link: this.#link() });
    }
  }

  #link(): Link {
    const scanner = this.#scanner;
    scanner.blanks();
    const start = scanner.position;
    const target = this.#blockEntry(scanner.word("a block"), start).it;
    const args: Operand[] = [];
    if (scanner.text.charCodeAt(scanner.position) === openParenthesis) {
      scanner.position++;
      if (scanner.peek() !== closeParenthesis) {
        do args.push(this.#operand());
        while (scanner.take(","));
      }
      scanner.expect(")");
    }
    return { target, args };
  }

  #operand(): Operand {
    const operand = readConstantOrWord(this.#scanner);
    if (typeof operand !== "string") return operand;
    return this.#variableEntry(operand, this.#scanner.position).it;
  }

  /** `name: type` where a variable is defined. */
  #definition(missing: Type): Variable {
    const scanner = this.#scanner;
    scanner.blanks();
    const start = scanner.position;
    const made = this.#define(scanner.word("a variable"), start);
    made.type = readTypeMark(scanner, missing);
    return made;
  }

  #define(name: string, start: number): Variable {
    const entry = this.#variableEntry(name, start);
    if (entry.defined) this.#scanner.fail(`variable \`${name}\` is defined twice`, start);
    entry.defined = true;
    return entry.it;
  }

  #variableEntry(name: string, firstUse: number): Entry<Variable> {
    let entry = this.#variables.get(name);
    if (!entry) this.#variables.set(name, (entry = { it: variable(name, "any"), firstUse, defined: false }));
    return entry;
  }

  #blockEntry(label: string, firstUse: number): Entry<Block> {
    let entry = this.#blocks.get(label);
    if (!entry) this.#blocks.set(label, (entry = { it: block(), firstUse, defined: false }));
    return entry;
  }

  #checkDefined(): void {
    for (const [name, entry] of this.#variables) {
      if (!entry.defined) this.#scanner.fail(`variable \`${name}\` is never defined`, entry.firstUse);
    }
    for (const [label, entry] of this.#blocks) {
      if (!entry.defined) this.#scanner.fail(`there is no block \`${label}\``, entry.firstUse);
    }
  }
}

function isOpName(word: string): word is OpName {
  return Object.hasOwn(ops, word);
}

function withSpan<E extends Extract<Exit, { kind: "return" | "raise" | "stop" }>>(
  exit: E,
  scanner: Scanner,
): E {
  const span = readSpanMark(scanner);
  if (span) exit.span = span;
  return exit;
}

function readNotes(scanner: Scanner): Record<string, string> {
  const notes: Record<string, string> = {};
  for (const [key, value] of Object.entries(readAttributes(scanner))) {
    if (typeof value !== "string") scanner.fail(`the note \`${key}\` is not a string`);
    notes[key] = value;
  }
  return notes;
}

/** Reads a function whose `func` comes next. */
export function readGraph(scanner: Scanner): Graph {
  return new GraphReader(scanner).read();
}
