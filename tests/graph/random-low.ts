/**
 * Random low-level programs that mean something: every variable is defined where it is used, so that they verify and
 * run. Made from a list of choices, so that fast-check makes failing ones smaller by itself.
 */
import { Dominators } from "../../src/graph/dominators.ts";
import {
  type Block,
  block,
  constants,
  type Exit,
  type Graph,
  graph,
  type Link,
  linksOf,
  type Operand,
  type Variable,
  variable,
} from "../../src/graph/graph.ts";
import type { OpName } from "../../src/graph/ops.ts";
import { lowOps } from "../../src/graph/ops-low.ts";
import { type Program, program, type Struct } from "../../src/graph/program.ts";
import type { LowType } from "../../src/graph/types.ts";

const functionCount = 3;

/** Integers stay small: sums of 32-bit results. */
const scalarOps = [
  "int_add",
  "int_sub",
  "int_imul",
  "int_xor",
  "int_lt",
  "int_eq",
  "bool_not",
  "bool_to_int",
  "int_to_float",
  "float_mul",
  "float_lt",
  "value_from_bool",
  "ref_eq",
  "value_from_ref",
  "value_is_ref",
] as const;

const cell: Struct = {
  name: "Cell",
  displayName: "Cell",
  parent: undefined,
  fields: [
    { name: "number", type: "int" },
    { name: "next", type: "ref" },
  ],
  item: undefined,
  zeroed: true,
  vtable: [],
};

type Pool = readonly Variable[];

class Builder {
  readonly #choices: readonly number[];
  #next = 0;

  readonly #objects: boolean;
  /** Objects never leave their function: of most of them nothing is left, if no name is mistaken for another. */
  readonly #local: boolean;

  constructor(choices: readonly number[], { objects = false, local = false }: LowProgramOptions) {
    this.#choices = choices;
    this.#objects = objects || local;
    this.#local = local;
  }

  /** 0..n-1; always 0 once the choices are used up. */
  pick(n: number): number {
    return (this.#choices[this.#next++] ?? 0) % n;
  }

  program(): Program {
    const made = program("low", "f0");
    made.structs.set("Cell", cell);
    const fields = { number: constants.int(7), next: constants.static("cell") };
    made.statics.set("cell", { name: "cell", struct: "Cell", fields, items: [] });
    made.globals.set("g", { name: "g", type: "int", initial: constants.int(0), span: undefined });
    for (let index = 0; index < functionCount; index++) made.functions.set(`f${index}`, this.function(index));
    return made;
  }

  function(index: number): Graph {
    const made = graph(`f${index}`, { result: "int" });
    const count = 1 + this.pick(7);
    for (let at = 0; at < count; at++)
      made.blocks.push(block(this.params(at === 0 ? 2 : this.pick(3), at === 0)));
    // Exits first, with empty arguments: they decide what dominates what.
    for (const one of made.blocks) one.exit = this.exit(made.blocks, index);
    const dominators = new Dominators(made);
    made.blocks = made.blocks.filter((one) => dominators.has(one));
    const entry = made.blocks[0];
    // Something to pass, without a choice: what is no object of the function's own would keep the others.
    const own: Variable[] = [];
    if (entry && this.#local) this.object(0, entry, own);
    if (entry) this.fill(entry, own, dominators, index);
    return made;
  }

  params(count: number, entry: boolean): Variable[] {
    return Array.from({ length: count }, () => variable("p", entry ? "int" : this.type()));
  }

  type(): LowType {
    if (this.#objects && this.pick(2) === 0) return "ref";
    return (["int", "int", "int", "bool", "float", "value", "ref", "ref"] as const)[this.pick(8)] ?? "int";
  }

  exit(blocks: readonly Block[], index: number): Exit {
    const to = (): Link => ({ target: blocks[1 + this.pick(blocks.length - 1)] as Block, args: [] });
    const kind = blocks.length === 1 ? 0 : this.pick(14);
    if (kind <= 2) return { kind: "return", value: constants.int(0) };
    if (kind === 3 || (kind === 7 && index + 1 === functionCount))
      return { kind: "raise", value: constants.special("value", "true") };
    if (kind <= 5) return { kind: "jump", link: to() };
    if (kind === 6) {
      return {
        kind: "switch",
        value: constants.int(0),
        cases: [{ value: this.pick(3), link: to() }],
        otherwise: to(),
      };
    }
    if (kind >= 7 && kind <= 9 && index + 1 < functionCount) {
      return { kind: "except", normal: to(), caught: variable("e", "value"), handler: to() };
    }
    return { kind: "branch", condition: constants.bool(true), then: to(), else: to() };
  }

  fill(one: Block, above: Pool, dominators: Dominators, index: number): void {
    const pool: Variable[] = [...above, ...one.params];
    for (let count = this.pick(5); count > 0; count--) this.operation(one, pool, index);
    const { exit } = one;
    const normal: Variable[] = [];
    if (exit.kind === "except") this.call(one, pool, index, normal);
    if (exit.kind === "return") exit.value = this.operand("int", pool);
    if (exit.kind === "raise") exit.value = this.operand("value", pool);
    if (exit.kind === "switch") exit.value = this.operand("int", pool);
    if (exit.kind === "branch") exit.condition = this.operand("bool", pool);
    for (const link of linksOf(exit)) {
      const extra = exit.kind !== "except" ? [] : link === exit.normal ? normal : [exit.caught];
      link.args = link.target.params.map((param) => this.operand(param.type as LowType, [...pool, ...extra]));
    }
    for (const child of dominators.children(one)) this.fill(child, pool, dominators, index);
  }

  operation(one: Block, pool: Variable[], index: number): void {
    if (this.#objects && (this.pick(4) > 0 || this.#local)) return this.object(this.pick(7), one, pool);
    const kind = this.pick(scalarOps.length + 13) - 2;
    if (kind >= scalarOps.length + 4) return this.object(kind - scalarOps.length - 4, one, pool);
    if (kind === -1) {
      one.operations.push(operation("get_global", [], this.define("int", pool), { name: "g" }));
    } else if (kind === -2) {
      one.operations.push(operation("set_global", [this.operand("int", pool)], undefined, { name: "g" }));
    } else if (kind === 0) {
      const shown = this.operand("int", pool);
      one.operations.push(operation("call_native", [shown], undefined, { name: "show" }));
    } else if ((kind === 1 || kind === 3) && index + 1 < functionCount) {
      this.call(one, pool, index, pool);
    } else if (kind === 2) {
      const type = this.type();
      const args = [this.operand("bool", pool), this.operand(type, pool), this.operand(type, pool)];
      one.operations.push(operation("select", args, this.define(type, pool)));
    } else {
      const op = scalarOps[Math.max(0, kind - 4)] ?? "int_add";
      const info = lowOps[op];
      const args = info.args.map((type) => this.operand(type, pool));
      one.operations.push(operation(op, args, this.define(info.result, pool)));
    }
  }

  /** Objects are made with their fields written: what a number is before that is undetermined. */
  object(given: number, one: Block, pool: Variable[]): void {
    // What is stored into a field would have left.
    const kind = this.#local && given > 4 ? given - 3 : given;
    const field = (name: string): Record<string, string> => ({ struct: "Cell", field: name });
    const known = pool.filter(({ type }) => type === "ref");
    const object = known[known.length - 1 - this.pick(known.length)];
    if (!object || kind <= 1) {
      const number = this.operand("int", pool);
      const next = this.#local ? this.constant("ref") : this.operand("ref", pool);
      const made = this.define("ref", pool);
      one.operations.push(operation("allocate", [], made, { struct: "Cell" }));
      one.operations.push(operation("set_field", [made, number], undefined, field("number")));
      one.operations.push(operation("set_field", [made, next], undefined, field("next")));
    } else if (kind === 2 || kind === 3) {
      const number = this.define("int", pool);
      one.operations.push(operation("get_field", [object], number, field("number")));
      if (kind === 2) one.operations.push(operation("call_native", [number], undefined, { name: "show" }));
    } else if (kind === 4) {
      one.operations.push(
        operation("set_field", [object, this.operand("int", pool)], undefined, field("number")),
      );
    } else if (kind === 5) {
      one.operations.push(operation("get_field", [object], this.define("ref", pool), field("next")));
    } else {
      one.operations.push(
        operation("set_field", [object, this.operand("ref", pool)], undefined, field("next")),
      );
    }
  }

  call(one: Block, pool: Pool, index: number, results: Variable[]): void {
    const callee = index + 1 + this.pick(functionCount - index - 1);
    const args = [this.operand("int", pool), this.operand("int", pool)];
    one.operations.push(operation("call", args, this.define("int", results), { function: `f${callee}` }));
  }

  define(type: LowType, pool: Variable[]): Variable {
    const made = variable("v", type);
    pool.push(made);
    return made;
  }

  operand(type: LowType, pool: Pool): Operand {
    const fitting = pool.filter((one) => one.type === type);
    const at = this.pick(fitting.length + (this.#local && type === "ref" && fitting.length > 0 ? 0 : 1));
    // Late definitions first: they are the ones that need looking after.
    return fitting[fitting.length - 1 - at] ?? this.constant(type);
  }

  constant(type: LowType): Operand {
    if (type === "int") return constants.int(this.pick(4));
    if (type === "float") return constants.float(this.pick(4) / 2);
    if (type === "bool") return constants.bool(this.pick(2) === 1);
    // No nil: nothing is said of the fields of nil.
    if (type === "ref") return constants.static("cell");
    return constants.special("value", this.pick(2) === 1 ? "true" : "null");
  }
}

function operation(
  op: OpName,
  args: Operand[],
  result: Variable | undefined,
  attributes = {},
): Block["operations"][0] {
  return { op, args, result, attributes, span: undefined };
}

export interface LowProgramOptions {
  /** Most of what the program does is with objects. */
  readonly objects?: boolean;
  /** These are passed along links alone. */
  readonly local?: boolean;
}

/** The program that a list of choices stands for. */
export function lowProgram(choices: readonly number[], options: LowProgramOptions = {}): Program {
  return new Builder(choices, options).program();
}
