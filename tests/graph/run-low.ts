/** Runs the programs of random-low.ts: what they show and how they end. */
import { evaluate, isScalarOp } from "../../src/graph/evaluate.ts";
import {
  type Block,
  type Graph,
  isVariable,
  type Link,
  type Operand,
  type Operation,
  type Variable,
} from "../../src/graph/graph.ts";
import type { Program } from "../../src/graph/program.ts";

interface Cell {
  number?: Value;
  next?: Value;
  /** It was in a frame that was left, or in the place of another. */
  gone?: true;
}

type Value = number | string | Cell;

class Raised {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

class OutOfFuel {}

/** What is shown, then `returns 1`, `raises value:true` or `…` where the run was cut off. */
export function outcome(program: Program, args: readonly number[], fuel: number): string[] {
  const shown: string[] = [];
  const run = new Run(program, shown, fuel);
  try {
    shown.push(`returns ${run.call(program.entry, args)}`);
  } catch (end) {
    if (end instanceof Raised)
      shown.push(`raises ${typeof end.value === "object" ? "an object" : end.value}`);
    else if (end instanceof OutOfFuel) shown.push("…");
    else throw end;
  }
  return shown;
}

/** The objects in a frame, each by what made it. */
type Locals = Map<Operation, Cell>;

/** A new object in the place of the one that the operation made before. */
function placed(operation: Operation, locals: Locals): Cell {
  const before = locals.get(operation);
  if (before) before.gone = true;
  const cell = {};
  locals.set(operation, cell);
  return cell;
}

class Run {
  readonly #program: Program;
  readonly #shown: string[];
  #fuel: number;
  #global: Value = 0;
  readonly #static: Cell = { number: 7 };

  constructor(program: Program, shown: string[], fuel: number) {
    this.#program = program;
    this.#static.next = this.#static;
    this.#shown = shown;
    this.#fuel = fuel;
  }

  call(name: string, args: readonly Value[]): Value {
    return this.#graph(this.#program.functions.get(name) as Graph, args);
  }

  #graph(graph: Graph, args: readonly Value[]): Value {
    const locals: Locals = new Map();
    try {
      return this.#blocks(graph, args, locals);
    } finally {
      for (const cell of locals.values()) cell.gone = true;
    }
  }

  #blocks(graph: Graph, args: readonly Value[], locals: Locals): Value {
    const values = new Map<Variable, Value>();
    const of = (operand: Operand): Value => {
      if (isVariable(operand)) return values.get(operand) as Value;
      if (operand.kind === "static") return this.#static;
      if (operand.kind === "special") return `${operand.type}:${operand.which}`;
      return "value" in operand ? Number(operand.value) : 0;
    };
    const enter = (target: Block, given: readonly Value[]): Block => {
      for (const [at, param] of target.params.entries()) values.set(param, given[at] as Value);
      return target;
    };
    const follow = (link: Link): Block => enter(link.target, link.args.map(of));
    let block = enter(graph.blocks[0] as Block, args);
    for (;;) {
      if (this.#fuel-- <= 0) throw new OutOfFuel();
      const { exit } = block;
      let done = 0;
      try {
        for (const operation of block.operations) {
          const { op, args: operands, result, attributes } = operation;
          done++;
          const value =
            op === "allocate_local"
              ? placed(operation, locals)
              : this.#operation(op, operands.map(of), attributes);
          if (result) values.set(result, value);
        }
      } catch (end) {
        if (!(end instanceof Raised) || exit.kind !== "except" || done < block.operations.length) throw end;
        values.set(exit.caught, end.value);
        block = follow(exit.handler);
        continue;
      }
      if (exit.kind === "return") return exit.value ? of(exit.value) : 0;
      if (exit.kind === "raise") throw new Raised(of(exit.value));
      if (exit.kind === "jump") block = follow(exit.link);
      else if (exit.kind === "except") block = follow(exit.normal);
      else if (exit.kind === "branch") block = follow(of(exit.condition) === 1 ? exit.then : exit.else);
      else if (exit.kind === "switch") {
        const value = of(exit.value);
        block = follow(exit.cases.find((one) => one.value === value)?.link ?? exit.otherwise);
      } else throw new Error(`the run has met ${exit.kind}`);
    }
  }

  #operation(op: string, args: readonly Value[], attributes: Readonly<Record<string, unknown>>): Value {
    const [a, b, c] = args as [Value, Value, Value];
    if (isScalarOp(op)) return evaluate[op](a as number, b as number);
    for (const one of args)
      if (typeof one === "object" && one.gone) throw new Error(`${op} of an object that is gone`);
    if (op === "ref_eq") return a === b ? 1 : 0;
    if (op === "value_from_ref") return a;
    if (op === "value_is_ref") return typeof a === "object" ? 1 : 0;
    if (op === "allocate") return {};
    const field = attributes.field as "number" | "next";
    if (op === "get_field") return (a as Cell)[field] ?? 0;
    if (op === "set_field") return ((a as Cell)[field] = b);
    if (op === "select") return a === 1 ? b : c;
    if (op === "value_from_bool") return a === 1 ? "value:true" : "value:false";
    if (op === "call") return this.call(String(attributes.function), args);
    if (op === "get_global") return this.#global;
    if (op === "set_global") return (this.#global = a);
    if (op !== "call_native") throw new Error(`the run has met ${op}`);
    this.#shown.push(String(a));
    return 0;
  }
}
