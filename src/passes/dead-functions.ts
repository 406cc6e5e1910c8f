/**
 * Deletes functions, globals, structs and static objects that nothing reaches.
 *
 *   func @main -> void {              func @main -> void {
 *   b0:                               b0:
 *     call{function=f}          =>      call{function=f}
 *     return                            return
 *   }                                 }
 *   func @f -> void { … }             func @f -> void { … }
 *   func @g -> void { … }
 *
 * What the entry names is reached, and what that names in turn. The functions in a struct's vtable are reached once an
 * object of the struct can exist: before that only its layout counts. What later stages will call without anything
 * naming it yet has the note `keep`.
 */
import {
  type Constant,
  exitOperand,
  type Graph,
  linksOf,
  type Operand,
  type Operation,
} from "../graph/graph.ts";
import type { Program, Struct } from "../graph/program.ts";
import { wellKnownStructs } from "../graph/well-known.ts";
import type { Pass } from "./pass.ts";

export const deadFunctions: Pass = {
  name: "dead-functions",
  run(program) {
    const reached = new Reached(program);
    keepOnly(program.functions, reached.functions);
    keepOnly(program.globals, reached.globals);
    keepOnly(program.statics, reached.statics);
    keepOnly(program.structs, reached.structs);
    for (const graph of program.functions.values()) forgetCallees(graph, reached.functions);
    for (const struct of program.structs.values()) {
      if (!reached.objects.has(struct.name)) struct.vtable = struct.vtable.map(() => undefined);
    }
  },
};

/** Called by what the weaver and the program's start make. */
const calledLater: readonly string[] = ["prelude.throwRangeError", "runtime.exceptions.reportUncaught"];

class Reached {
  readonly functions = new Set<string>();
  readonly globals = new Set<string>();
  readonly statics = new Set<string>();
  /** Structs whose layout is needed. */
  readonly structs = new Set<string>();
  /** Structs of which there can be objects. */
  readonly objects = new Set<string>();
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
    this.functions.add(program.entry);
    for (const name of calledLater) this.functions.add(name);
    for (const graph of program.functions.values()) if (graph.notes.keep) this.functions.add(graph.name);
    // Later stages make strings and storage without naming them here.
    for (const { name } of wellKnownStructs()) this.#object(name);
    // A set grows while it is walked: what is added is visited too.
    for (const name of this.functions) {
      const graph = program.functions.get(name);
      if (graph) this.#graph(graph);
    }
  }

  #graph(graph: Graph): void {
    for (const block of graph.blocks) {
      for (const operation of block.operations) {
        this.#attributes(operation);
        for (const arg of operation.args) this.#operand(arg);
      }
      const value = exitOperand(block.exit);
      if (value) this.#operand(value);
      for (const link of linksOf(block.exit)) for (const arg of link.args) this.#operand(arg);
    }
  }

  #attributes({ op, attributes }: Operation): void {
    if (typeof attributes.function === "string") this.functions.add(attributes.function);
    if (op.endsWith("_global")) this.#global(String(attributes.name));
    if (typeof attributes.struct !== "string") return;
    if (op.startsWith("allocate")) this.#object(attributes.struct);
    else this.#layout(attributes.struct);
  }

  #operand(operand: Operand | Constant): void {
    if (operand.kind === "function") this.functions.add(operand.name);
    if (operand.kind === "typeid") this.#object(operand.name);
    if (operand.kind === "static") this.#static(operand.name);
  }

  #global(name: string): void {
    this.globals.add(name);
    const initial = this.#program.globals.get(name)?.initial;
    if (initial) this.#operand(initial);
  }

  #static(name: string): void {
    const one = this.#program.statics.get(name);
    if (!one || this.statics.has(name)) return;
    this.statics.add(name);
    this.#object(one.struct);
    for (const constant of [...Object.values(one.fields), ...one.items]) this.#operand(constant);
  }

  #object(name: string): void {
    if (this.objects.has(name)) return;
    this.objects.add(name);
    this.#layout(name);
    for (const target of this.#program.structs.get(name)?.vtable ?? []) {
      if (target !== undefined) this.functions.add(target);
    }
  }

  #layout(name: string): void {
    let struct: Struct | undefined = this.#program.structs.get(name);
    for (
      ;
      struct && !this.structs.has(struct.name);
      struct = this.#program.structs.get(struct.parent ?? "")
    ) {
      this.structs.add(struct.name);
    }
  }
}

/** A function whose address is nowhere cannot be what a call through an address meets. */
function forgetCallees(graph: Graph, reached: ReadonlySet<string>): void {
  for (const { operations } of graph.blocks) {
    for (const operation of operations) {
      const { functions } = operation.attributes;
      if (!Array.isArray(functions) || functions.every((name) => reached.has(name))) continue;
      operation.attributes = {
        ...operation.attributes,
        functions: functions.filter((name) => reached.has(name)),
      };
    }
  }
}

function keepOnly<T>(map: Map<string, T>, names: ReadonlySet<string>): void {
  for (const name of [...map.keys()]) if (!names.has(name)) map.delete(name);
}
