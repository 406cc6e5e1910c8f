/**
 * Which variables surely hold an object of one struct, and which one: what was just made, static objects, and what only
 * gets such objects over all links. Optimistic, so that an object that goes round a loop is known there.
 */
import { reversePostorder } from "../graph/flow.ts";
import {
  type Graph,
  isVariable,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { stringStruct } from "../graph/well-known.ts";

/** A variable of which nothing is known; those without an entry have not been reached yet. */
const anything = Symbol("anything");
/** Begins what is known of words that are objects themselves; no struct has such a name. */
const tagged = "@tagged ";
type Fact = string | typeof anything;

export class KnownStructs {
  readonly #program: Program;
  readonly #facts = new Map<Variable, Fact>();

  constructor(program: Program, graph: Graph) {
    this.#program = program;
    const order = reversePostorder(graph);
    for (const param of graph.blocks[0]?.params ?? []) this.#facts.set(param, anything);
    for (let changed = true; changed; ) {
      changed = false;
      for (const { operations, exit } of order) {
        for (const operation of operations) if (this.#operation(operation)) changed = true;
        if (exit.kind === "except") this.#facts.set(exit.caught, anything);
        for (const { target, args } of linksOf(exit)) {
          for (const [at, param] of target.params.entries()) {
            if (this.#meet(param, this.#factOf(args[at] as Operand))) changed = true;
          }
        }
      }
    }
  }

  /** The struct of the object; undefined if it may be of another, or none. */
  of(operand: Operand): string | undefined {
    const fact = this.#factOf(operand);
    return typeof fact === "string" && !fact.startsWith(tagged) ? fact : undefined;
  }

  /** The number of the tagged class whose object the word is itself. */
  tagOf(operand: Operand): number | undefined {
    const fact = this.#factOf(operand);
    return typeof fact === "string" && fact.startsWith(tagged)
      ? Number(fact.slice(tagged.length))
      : undefined;
  }

  #factOf(operand: Operand): Fact | undefined {
    if (isVariable(operand)) return this.#facts.get(operand);
    if (operand.kind === "static") return this.#program.statics.get(operand.name)?.struct ?? anything;
    return operand.kind === "string" ? stringStruct : anything;
  }

  #operation({ op, args, attributes, result }: Operation): boolean {
    if (!result || (result.type !== "ref" && result.type !== "value")) return false;
    if (op === "allocate" || op === "allocate_items" || op === "allocate_local")
      return this.#meet(result, String(attributes.struct));
    if (op === "value_from_tagged") return this.#meet(result, `${tagged}${attributes.tag}`);
    const copies = op === "value_from_ref" || op === "value_to_ref";
    return this.#meet(result, copies ? this.#factOf(args[0] as Operand) : anything);
  }

  /** True if less is known of the variable than before. */
  #meet(variable: Variable, fact: Fact | undefined): boolean {
    if (fact === undefined) return false;
    const before = this.#facts.get(variable);
    const after = before === undefined || before === fact ? fact : anything;
    if (after === before) return false;
    this.#facts.set(variable, after);
    return true;
  }
}
