/**
 * Weaves write barriers in, for collectors that must know into which objects references are stored:
 *
 *   set_field p, x          =>   a = ref_to_address p
 *                                call{function=…writeBarrier} a
 *                                set_field p, x
 *   set_item p, i, x        =>   …; call{function=…writeBarrierItems} a, i, i + 1; …
 *   copy_items p, i, q, j, n =>  …; call{function=…writeBarrierItems} a, i, i + n; …
 *
 * None is needed where the stored word cannot lead to the heap (a constant, a number in a value), for an object in the
 * frame, nor for one that
 * is `clean`: born, or seen by a barrier as a whole, with no collection since then. Clean objects are found by a forward
 * analysis over the whole function; what all predecessors agree on holds.
 */

import {
  type Block,
  constants,
  type Graph,
  isVariable,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import { isAllocation } from "./allocation.ts";
import { type Folding, isFollower } from "./folding.ts";
import type { LocalObjects } from "./locals.ts";

export interface BarrierOptions {
  /** The collector's functions: parameters are the object's address, and the first item and the one after the last. */
  readonly barrier: string;
  readonly itemsBarrier: string;
  readonly folding: Folding;
  /** Objects that are no collector's. */
  readonly locals: LocalObjects;
  /** True if an operation other than an allocation may collect. */
  readonly canCollect: (operation: Operation) => boolean;
}

/** Guards the stores of a graph. */
export function weaveBarriers(graph: Graph, options: BarrierOptions): void {
  if (!graph.blocks.some(({ operations }) => operations.some(stores))) return;
  const definitions = new Map<Variable, Operation>();
  for (const { operations } of graph.blocks)
    for (const one of operations) if (one.result) definitions.set(one.result, one);
  const leadsToHeap = (stored: Operand): boolean => mayLeadToHeap(stored, definitions);
  const clean = new CleanObjects(graph, options, leadsToHeap);
  for (const block of graph.blocks) guardBlock(block, clean.atEntry(block), options, leadsToHeap);
}

function stores({ op }: Operation): boolean {
  return op === "set_field" || op === "set_item" || op === "copy_items";
}

function guardBlock(
  block: Block,
  clean: Set<Variable>,
  options: BarrierOptions,
  leadsToHeap: (stored: Operand) => boolean,
): void {
  const guarded: Operation[] = [];
  for (const operation of block.operations) {
    const [object, first] = operation.args;
    if (needsBarrier(operation, clean, options, leadsToHeap) && object) {
      const { span } = operation;
      const address = variable("address", "int");
      guarded.push({ op: "ref_to_address", args: [object], result: address, attributes: {}, span });
      if (operation.op === "set_field") guarded.push(call(options.barrier, [address], span));
      else {
        const count = operation.op === "set_item" ? constants.int(1) : (operation.args[4] as Operand);
        const end = variable("end", "int");
        guarded.push({ op: "int_add", args: [first as Operand, count], result: end, attributes: {}, span });
        guarded.push(call(options.itemsBarrier, [address, first as Operand, end], span));
      }
    }
    guarded.push(operation);
    step(clean, operation, options, leadsToHeap);
  }
  block.operations = guarded;
}

function call(name: string, args: Operand[], span: Operation["span"]): Operation {
  return { op: "call", args, result: undefined, attributes: { function: name }, span };
}

function needsBarrier(
  operation: Operation,
  clean: ReadonlySet<Variable>,
  { locals }: BarrierOptions,
  leadsToHeap: (stored: Operand) => boolean,
): boolean {
  const [object] = operation.args;
  if (!stores(operation) || !object || !isVariable(object)) return false;
  if (clean.has(object) || locals.has(object)) return false;
  return operation.op === "copy_items" || leadsToHeap(operation.args.at(-1) as Operand);
}

/** Prebuilt objects and constants never move and never die. */
function mayLeadToHeap(stored: Operand, definitions: ReadonlyMap<Variable, Operation>): boolean {
  if (!isVariable(stored)) return false;
  if (stored.type !== "ref" && stored.type !== "value") return false;
  const op = definitions.get(stored)?.op;
  return op !== "value_from_float" && op !== "value_from_bool" && op !== "value_from_tagged";
}

/** What an operation does to the set of clean objects. */
function step(
  clean: Set<Variable>,
  operation: Operation,
  options: BarrierOptions,
  leadsToHeap: (stored: Operand) => boolean,
): void {
  if (isAllocation(operation)) {
    if (!isFollower(options.folding, operation)) clean.clear();
    clean.add(operation.result as Variable);
  } else if (options.canCollect(operation)) clean.clear();
  else if (operation.op === "set_field" && needsBarrier(operation, clean, options, leadsToHeap))
    clean.add(operation.args[0] as Variable);
}

/** The greatest solution: a set that was not found yet is everything. */
class CleanObjects {
  readonly #entries = new Map<Block, Set<Variable>>();

  constructor(graph: Graph, options: BarrierOptions, leadsToHeap: (stored: Operand) => boolean) {
    const [first] = graph.blocks;
    if (!first) return;
    this.#entries.set(first, new Set());
    const queue = new Set<Block>([first]);
    for (const block of queue) {
      queue.delete(block);
      const clean = new Set(this.#entries.get(block));
      for (const operation of block.operations) step(clean, operation, options, leadsToHeap);
      for (const { target, args } of linksOf(block.exit)) {
        const params = target.params.filter((_, i) => args[i] && isVariable(args[i]) && clean.has(args[i]));
        if (this.#meet(target, [...clean, ...params])) queue.add(target);
      }
    }
  }

  atEntry(block: Block): Set<Variable> {
    return new Set(this.#entries.get(block));
  }

  /** True if the block's set became another. */
  #meet(block: Block, found: readonly Variable[]): boolean {
    const known = this.#entries.get(block);
    if (!known) {
      this.#entries.set(block, new Set(found));
      return true;
    }
    const both = found.filter((one) => known.has(one));
    if (both.length === known.size) return false;
    this.#entries.set(block, new Set(both));
    return true;
  }
}
