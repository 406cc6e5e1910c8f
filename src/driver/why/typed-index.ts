/** A typed program turned around: where values come from, across calls, fields, variables of modules and arrays. */
import {
  type Block,
  type Graph,
  isVariable,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../../graph/graph.ts";
import type { Program } from "../../graph/program.ts";

export class TypedIndex {
  readonly program: Program;
  readonly #definitions = new Map<Variable, Operation>();
  /** What links bring to the parameters of blocks, and calls to those of functions. */
  readonly #incoming = new Map<Variable, Operand[]>();
  /** What is stored, by kind and name of the place. */
  readonly #stored = new Map<string, Operand[]>();

  constructor(program: Program) {
    this.program = program;
    for (const graph of program.functions.values())
      for (const block of graph.blocks) {
        for (const operation of block.operations) this.#operation(operation);
        this.#exit(graph, block);
      }
  }

  definition(variable: Variable): Operation | undefined {
    return this.#definitions.get(variable);
  }

  /** Operands whose values may become the variable's, one step back. */
  sources(variable: Variable): readonly Operand[] {
    const operation = this.#definitions.get(variable);
    if (!operation) return this.#incoming.get(variable) ?? [];
    const { op, args, attributes } = operation;
    switch (op) {
      case "get_property":
        return this.storedIn("field", String(attributes.name));
      case "get_global":
        return this.storedIn("global", String(attributes.global ?? attributes.name));
      case "get_index":
      case "iter_value":
        return this.storedIn("element", "");
      case "call":
        return this.storedIn("result", String(attributes.function));
      case "call_method":
        return this.storedIn("result of method", String(attributes.name));
      case "suspend":
        return [];
      default:
        return args;
    }
  }

  storedIn(kind: string, name: string): readonly Operand[] {
    return this.#stored.get(`${kind} ${name}`) ?? [];
  }

  #operation(operation: Operation): void {
    const { op, args, attributes, result } = operation;
    if (result) this.#definitions.set(result, operation);
    switch (op) {
      case "set_property":
      case "define_field":
        return this.#store("field", String(attributes.name), args.at(-1));
      case "set_global":
        return this.#store("global", String(attributes.global ?? attributes.name), args.at(-1));
      case "set_index":
        return this.#store("element", "", args.at(-1));
      case "new_array":
        for (const arg of args) this.#store("element", "", arg);
        return;
      case "new_object": {
        const names = attributes.names;
        if (Array.isArray(names))
          for (const [index, name] of names.entries()) this.#store("field", name, args[index]);
        return;
      }
      case "call":
        return this.#call(String(attributes.function), args);
      case "new": {
        const info = this.program.classes.get(String(attributes.class));
        const target = info?.methods.get("constructor");
        if (target !== undefined) this.#call(target, args);
        return;
      }
      case "call_method": {
        if (attributes.name === "push") for (const arg of args.slice(1)) this.#store("element", "", arg);
        for (const { methods } of this.program.classes.values()) {
          const target = methods.get(String(attributes.name));
          if (target !== undefined) this.#call(target, args.slice(1));
        }
        return;
      }
      default:
    }
  }

  /** Arguments are the declared parameters, or all of them. */
  #call(name: string, args: readonly Operand[]): void {
    const graph = this.program.functions.get(name);
    const params = graph?.blocks[0]?.params ?? [];
    const hidden = (graph?.captures ?? 0) + (graph?.hasThis ? 1 : 0);
    const first = args.length >= params.length ? 0 : hidden;
    args.forEach((arg, index) => {
      const param = params[first + index];
      if (param) this.#arrive(param, arg);
    });
  }

  #exit(graph: Graph, { exit }: Block): void {
    if (exit.kind === "return" && exit.value) {
      this.#store("result", graph.name, exit.value);
      this.#store("result of method", graph.displayName, exit.value);
    }
    for (const { target, args } of linksOf(exit))
      target.params.forEach((param, index) => {
        const arg = args[index];
        if (arg) this.#arrive(param, arg);
      });
  }

  #arrive(param: Variable, operand: Operand): void {
    const known = this.#incoming.get(param);
    if (known) known.push(operand);
    else this.#incoming.set(param, [operand]);
  }

  #store(kind: string, name: string, operand: Operand | undefined): void {
    if (!operand || (isVariable(operand) && operand.type === "any")) return;
    const key = `${kind} ${name}`;
    const known = this.#stored.get(key);
    if (known) known.push(operand);
    else this.#stored.set(key, [operand]);
  }
}
