/**
 * The run-time and the collectors as they ship: low-level graphs in textual form. Of the text only what a program
 * reaches is parsed and added to it.
 */
import { readFileSync } from "node:fs";
import { type Graph, linksOf, type Operand, type Operation } from "../graph/graph.ts";
import { parseGraph, type SplitProgram, splitProgramText } from "../graph/parse.ts";
import type { Program } from "../graph/program.ts";
import { InternalFault } from "../source/messages.ts";

/** A shipped program whose functions are parsed when asked for. */
export class Library {
  readonly #index: SplitProgram;

  constructor(text: string) {
    this.#index = splitProgramText(text);
  }

  static read(url: URL): Library {
    return new Library(readFileSync(url, "utf8"));
  }

  /** Everything but functions. */
  get declarations(): Program {
    return this.#index.program;
  }

  has(name: string): boolean {
    return this.#index.functions.has(name);
  }

  /** A fresh graph of a function. */
  function(name: string): Graph {
    const text = this.#index.functions.get(name);
    if (text === undefined) throw new InternalFault(`the library has no function ${name}`);
    return parseGraph(text);
  }

  /** Module initialisers in the order in which they run. */
  get initializers(): string[] {
    const entry = this.function(this.declarations.entry);
    return entry.blocks.flatMap((block) =>
      block.operations.filter((one) => one.op === "call").map((one) => String(one.attributes.function)),
    );
  }
}

/**
 * Adds to a low-level program what it names and lacks: functions, globals, static objects and structs of a library, and
 * of what these name. Module initialisers of linked globals run before everything else. `roots` are functions that
 * nobody calls yet.
 */
export function linkLibrary(program: Program, library: Library, roots: readonly string[] = []): void {
  const { declarations } = library;
  for (const [name, struct] of declarations.structs)
    if (!program.structs.has(name)) program.structs.set(name, struct);
  const queue: Graph[] = [...program.functions.values()];
  const initializers = library.initializers;
  const needed = new Set<string>();

  const wantFunction = (name: string): void => {
    if (program.functions.has(name) || !library.has(name)) return;
    const graph = library.function(name);
    program.functions.set(name, graph);
    queue.push(graph);
  };
  const wantGlobal = (name: string): void => {
    const global = declarations.globals.get(name);
    if (program.globals.has(name) || !global) return;
    program.globals.set(name, { ...global });
    const initializer = `${name.slice(0, name.lastIndexOf("."))}.init`;
    if (global.initial === undefined && initializers.includes(initializer)) {
      needed.add(initializer);
      wantFunction(initializer);
    }
  };
  const wantStatic = (name: string): void => {
    const object = declarations.statics.get(name);
    if (program.statics.has(name) || !object) return;
    program.statics.set(name, object);
    for (const value of [...Object.values(object.fields), ...object.items]) wantOperand(value);
  };
  const wantOperand = (operand: Operand): void => {
    if (operand.kind === "function") wantFunction(operand.name);
    if (operand.kind === "static") wantStatic(operand.name);
  };

  for (const root of roots) wantFunction(root);
  for (const struct of program.structs.values())
    for (const entry of struct.vtable) if (entry) wantFunction(entry);
  for (const object of program.statics.values())
    for (const value of [...Object.values(object.fields), ...object.items]) wantOperand(value);
  for (let graph = queue.pop(); graph; graph = queue.pop()) {
    for (const block of graph.blocks) {
      for (const operation of block.operations) wantOperation(operation, wantFunction, wantGlobal);
      for (const operation of block.operations) operation.args.forEach(wantOperand);
      for (const link of linksOf(block.exit)) link.args.forEach(wantOperand);
      const exit = block.exit;
      if ((exit.kind === "return" && exit.value) || exit.kind === "raise") wantOperand(exit.value as Operand);
    }
  }
  runFirst(
    program,
    initializers.filter((name) => needed.has(name)),
  );
}

function wantOperation(
  operation: Operation,
  wantFunction: (name: string) => void,
  wantGlobal: (name: string) => void,
): void {
  const { attributes, op } = operation;
  if (op === "call") wantFunction(String(attributes.function));
  if (op === "get_global" || op === "set_global") wantGlobal(String(attributes.name));
  if (op === "call_indirect" && Array.isArray(attributes.functions))
    attributes.functions.forEach(wantFunction);
}

/** Calls of functions without parameters, put at the start of the program. */
export function runFirst(program: Program, functions: readonly string[]): void {
  const entry = program.functions.get(program.entry);
  if (!entry) throw new InternalFault(`the program's entry ${program.entry} is missing`);
  const calls: Operation[] = functions.map((name) => ({
    op: "call",
    args: [],
    result: undefined,
    attributes: { function: name },
    span: undefined,
  }));
  entry.blocks[0]?.operations.unshift(...calls);
}
