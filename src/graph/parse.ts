/** Reads the textual form that print.ts writes. What is wrong is a `GraphSyntaxError` with its line. */
import type { Graph, Level } from "./graph.ts";
import { type Program, program } from "./program.ts";
import { readDeclaration } from "./read-declarations.ts";
import { readGraph } from "./read-graph.ts";
import { Scanner } from "./scanner.ts";

const levels: readonly string[] = ["high", "typed", "low", "woven"] satisfies Level[];

function readProgramHeader(scanner: Scanner): Program {
  scanner.lines();
  if (!scanner.takeWord("program")) scanner.fail("expected `program LEVEL @entry`");
  const level = scanner.word("a level");
  if (!levels.includes(level)) scanner.fail(`\`${level}\` is not a level`);
  const made = program(level as Level, scanner.reference("the entry function"));
  scanner.endOfLine();
  return made;
}

function readProgram(scanner: Scanner): Program {
  const made = readProgramHeader(scanner);
  for (scanner.lines(); !scanner.atEnd; scanner.lines()) {
    const start = scanner.position;
    const word = scanner.word("a declaration");
    if (word !== "func") {
      readDeclaration(scanner, word, made);
      continue;
    }
    scanner.position = start;
    const one = readGraph(scanner);
    if (made.functions.has(one.name)) scanner.fail(`@${one.name} is declared twice`, start);
    made.functions.set(one.name, one);
  }
  return made;
}

/** Reads one function; lines of errors count from `firstLine`. */
export function parseGraph(text: string, firstLine = 1): Graph {
  const scanner = new Scanner(text, firstLine);
  scanner.lines();
  const made = readGraph(scanner);
  scanner.lines();
  if (!scanner.atEnd) scanner.fail("expected nothing after the function");
  return made;
}

export function parseProgram(text: string): Program {
  return readProgram(new Scanner(text));
}

/** A program whose functions have not been read yet. */
export interface SplitProgram {
  /** Everything but the functions. */
  readonly program: Program;
  /** The text of each function by name, for `parseGraph`. */
  readonly functions: ReadonlyMap<string, string>;
}

/**
 * Finds the functions of a program's text without reading them, so that of a library only what is needed is read. The
 * text must be as printed: a function begins with `func` and ends with `}`, each at the start of a line.
 */
export function splitProgramText(text: string): SplitProgram {
  const functions = new Map<string, string>();
  const scanner = new Scanner(text);
  let declarations = "";
  let rest = 0;
  for (let at = nextFunction(text, 0); at >= 0; at = nextFunction(text, rest)) {
    declarations += text.slice(rest, at);
    scanner.position = at + "func".length;
    const name = scanner.reference("a function");
    const end = text.indexOf("\n}", at);
    if (end < 0) scanner.fail(`function @${name} does not end`);
    rest = end + "\n}".length;
    functions.set(name, text.slice(at, rest));
  }
  declarations += text.slice(rest);
  return { program: readProgram(new Scanner(declarations)), functions };
}

/** Where the next function begins at or after `from`; -1 if there is none. */
function nextFunction(text: string, from: number): number {
  if (from === 0 && text.startsWith("func ")) return 0;
  const at = text.indexOf("\nfunc ", from);
  return at < 0 ? -1 : at + 1;
}
