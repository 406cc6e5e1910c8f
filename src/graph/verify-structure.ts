/** What must hold of any graph's blocks, links and definitions, whatever its operations mean. */
import { Dominators } from "./dominators.ts";
import {
  type Block,
  exitOperand,
  type Graph,
  isVariable,
  type Level,
  linksOf,
  type Operand,
  type Variable,
} from "./graph.ts";
import { lowTypeOf } from "./operand-type.ts";
import { opInfo } from "./ops.ts";
import { printType } from "./text-forms.ts";
import { isLowType, isValueType, type Type } from "./types.ts";

/** Tells a fault of a block and of an operation in it; the exit counts as the operation after the last. */
export type Report = (block: number | undefined, operation: number | undefined, text: string) => void;

/** Where a variable is defined. */
interface Definition {
  readonly block: number;
  /** -1: a parameter; the number of operations: caught by the exit. */
  readonly index: number;
}

export function verifyStructure(graph: Graph, level: Level, report: Report): void {
  if (graph.blocks.length === 0) {
    report(undefined, undefined, "has no blocks");
    return;
  }
  const verifier = new StructureVerifier(graph, level, report);
  verifier.definitions();
  verifier.links();
  verifier.uses();
}

class StructureVerifier {
  readonly #graph: Graph;
  readonly #level: Level;
  readonly #report: Report;
  readonly #low: boolean;
  readonly #numbers = new Map<Block, number>();
  readonly #defined = new Map<Variable, Definition>();
  readonly #afterHandler = new Map<Block, Set<Block>>();

  constructor(graph: Graph, level: Level, report: Report) {
    this.#graph = graph;
    this.#level = level;
    this.#report = report;
    this.#low = level === "low" || level === "woven";
    for (const [number, block] of graph.blocks.entries()) {
      if (this.#numbers.has(block)) report(number, undefined, "the block is twice in the graph");
      this.#numbers.set(block, number);
    }
  }

  definitions(): void {
    for (const [number, block] of this.#graph.blocks.entries()) {
      for (const param of block.params) this.#define(param, number, -1);
      for (const [index, operation] of block.operations.entries()) {
        if (operation.result) this.#define(operation.result, number, index);
      }
      if (block.exit.kind === "except") this.#define(block.exit.caught, number, block.operations.length);
    }
  }

  #define(variable: Variable, block: number, index: number): void {
    const at = index < 0 ? undefined : index;
    if (this.#defined.has(variable)) this.#report(block, at, `${variable.name} is defined twice`);
    this.#defined.set(variable, { block, index });
    const fault = typeFault(variable.type, this.#level);
    if (fault)
      this.#report(block, at, `the type of ${variable.name} is ${printType(variable.type)}: ${fault}`);
  }

  links(): void {
    for (const [number, block] of this.#graph.blocks.entries()) {
      const end = block.operations.length;
      for (const link of linksOf(block.exit)) {
        const target = this.#numbers.get(link.target);
        if (target === undefined) this.#report(number, end, "leads to a block that is not in the graph");
        if (target === 0) this.#report(number, end, "leads back to the entry");
        this.#arguments(link.args, link.target.params, number, end);
      }
      this.#exit(block, number);
    }
  }

  #arguments(args: readonly Operand[], params: readonly Variable[], block: number, end: number): void {
    if (args.length !== params.length) {
      const counts = `${args.length} arguments to a block of ${params.length} parameters`;
      this.#report(block, end, `passes ${counts}`);
      return;
    }
    if (!this.#low) return;
    for (const [index, param] of params.entries()) {
      const type = lowTypeOf(args[index] as Operand);
      if (type !== param.type) {
        this.#report(
          block,
          end,
          `passes ${type ?? "no machine type"} for ${param.name}: ${printType(param.type)}`,
        );
      }
    }
  }

  #exit(block: Block, number: number): void {
    const exit = block.exit;
    const end = block.operations.length;
    const woven = this.#level === "woven";
    if (woven && (exit.kind === "except" || exit.kind === "raise")) {
      this.#report(number, end, "exceptions are branches at the woven level");
    }
    if (exit.kind === "switch" && new Set(exit.cases.map((one) => one.value)).size < exit.cases.length) {
      this.#report(number, end, "a case is there twice");
    }
    if (exit.kind !== "except") return;
    const last = block.operations.at(-1);
    if (!last || !opInfo(last.op, this.#level)?.raises) {
      this.#report(number, end, "the operation before it cannot raise");
    }
    if (this.#low && exit.caught.type !== "value") {
      this.#report(number, end, `${exit.caught.name} must have type value`);
    }
  }

  uses(): void {
    const dominators = new Dominators(this.#graph);
    for (const [number, block] of this.#graph.blocks.entries()) {
      const use = (operand: Operand, index: number, link?: "normal" | "handler" | "other"): void => {
        if (!isVariable(operand)) return;
        const definition = this.#defined.get(operand);
        const text = definition
          ? this.#useFault(definition, block, index, link, dominators)
          : "is not defined in this graph";
        if (text) this.#report(number, index, `${operand.name} ${text}`);
      };
      for (const [index, operation] of block.operations.entries()) {
        for (const arg of operation.args) use(arg, index);
      }
      const end = block.operations.length;
      const value = exitOperand(block.exit);
      if (value) use(value, end);
      for (const [position, link] of linksOf(block.exit).entries()) {
        const kind = block.exit.kind !== "except" ? "other" : position === 0 ? "normal" : "handler";
        for (const arg of link.args) use(arg, end, kind);
      }
    }
  }

  #useFault(
    definition: Definition,
    block: Block,
    index: number,
    link: "normal" | "handler" | "other" | undefined,
    dominators: Dominators,
  ): string | undefined {
    const home = this.#graph.blocks[definition.block] as Block;
    const excepted = home.exit.kind === "except" && definition.index === home.operations.length - 1;
    if (definition.index >= home.operations.length) {
      return block === home && link === "handler" ? undefined : "exists on its handler's link only";
    }
    if (home === block) {
      if (definition.index >= index) return "is used before its definition";
      return excepted && link !== "normal" ? "exists on the normal link only" : undefined;
    }
    if (!dominators.has(block)) return undefined;
    if (!dominators.dominates(home, block)) return "is used where its definition does not dominate";
    if (excepted && this.#pastHandler(home).has(block)) return "is used where its operation may have raised";
    return undefined;
  }

  /** The blocks to which a block's handler leads without coming through the block again. */
  #pastHandler(home: Block): Set<Block> {
    let seen = this.#afterHandler.get(home);
    if (seen || home.exit.kind !== "except") return seen ?? new Set();
    const handler = home.exit.handler.target;
    seen = new Set(handler === home ? [] : [handler]);
    this.#afterHandler.set(home, seen);
    for (const block of seen) {
      for (const { target } of linksOf(block.exit)) if (target !== home) seen.add(target);
    }
    return seen;
  }
}

/** Why a variable of a level may not have a type. */
function typeFault(type: Type, level: Level): string | undefined {
  switch (level) {
    case "high":
      return type === "any" ? undefined : "nothing is known at the high level";
    case "typed":
      return isValueType(type) ? undefined : "not a type of the typed level";
    case "low":
    case "woven":
      return isLowType(type) && type !== "void" ? undefined : "not a machine type";
  }
}
