/**
 * Reads of memory that may only give again what their function already knows:
 *
 *   a = get_property{name=next} this          known: a
 *   branch (strict_not_equal a, null), …
 *     b = refine{test=not_null} a             known: b
 *     c = get_property{name=next} this        c is b, if nothing between the two reads has written a `next`
 *
 * That a test of `this.next` holds for the next `this.next` follows from this. Here is found which reads may be such,
 * from the graph alone, with the operations between; stale-reads.ts asks of these whether they write.
 */
import { Dominators } from "../../graph/dominators.ts";
import { predecessors } from "../../graph/flow.ts";
import type { Block, Graph, Operand, Operation, Variable } from "../../graph/graph.ts";
import { testOperators } from "../../graph/operator-sets.ts";
import { definitionsOf } from "../flow/uses.ts";
import { unrefined } from "./within-length.ts";

/** An operation by its place: the same operation stands in every clone of the graph. */
export interface Place {
  readonly block: Block;
  readonly index: number;
}

export interface RepeatedRead {
  /** What the read gives again. */
  readonly value: Operand;
  /** Operations on the ways from where the value was known to the read, of those that can matter. */
  readonly between: readonly Place[];
}

export type RepeatedReads = ReadonlyMap<Operation, RepeatedRead>;

const none: RepeatedReads = new Map();
const known = new WeakMap<Graph, RepeatedReads>();

export function repeatedReads(graph: Graph): RepeatedReads {
  let found = known.get(graph);
  if (!found) {
    // System code reads memory in ways of which the graph does not tell.
    found = graph.system ? none : new Search(graph).run();
    known.set(graph, found);
  }
  return found;
}

/** Where something is known of what is in memory: a read, a write, or a test of what was read. */
interface Anchor extends Place {
  readonly value: Operand;
  /** Where the memory was read or written. */
  readonly origin: Place;
}

/** Operations that neither write nor run code. */
const quiet: ReadonlySet<string> = new Set([
  "refine",
  ...testOperators,
  "get_global",
  "new_object",
  "new_array",
  "closure",
  "check_global",
]);

/** Further back than this many reads of the same the search does not go; nor over more blocks between two. */
const farthest = 16;
const mostBlocks = 64;

class Search {
  readonly #graph: Graph;
  readonly #definitions: ReadonlyMap<Variable, Operation>;
  readonly #places = new Map<Operation, Place>();
  /** By what is read: the anchors so far, those that dominate first. */
  readonly #anchors = new Map<Operand | undefined, Map<string, Anchor[]>>();
  #tree: Dominators | undefined;
  #predecessors: ReadonlyMap<Block, readonly Block[]> | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#definitions = definitionsOf(graph);
  }

  run(): RepeatedReads {
    if (!this.#hasRepetition()) return none;
    const tree = new Dominators(this.#graph);
    this.#tree = tree;
    this.#predecessors = predecessors(this.#graph);
    const found = new Map<Operation, RepeatedRead>();
    for (const block of tree.order) {
      for (const [index, operation] of block.operations.entries()) {
        const place = { block, index };
        this.#places.set(operation, place);
        const value = this.#visit(operation, place);
        if (value) found.set(operation, value);
      }
    }
    return found.size === 0 ? none : found;
  }

  /** Most functions read nothing twice. */
  #hasRepetition(): boolean {
    const seen = new Set<string>();
    for (const { operations } of this.#graph.blocks) {
      for (const operation of operations) {
        const key = keyOf(operation, this.#definitions);
        if (key === undefined) continue;
        if (seen.has(key) && isRead(operation)) return true;
        seen.add(key);
      }
    }
    return false;
  }

  #visit(operation: Operation, place: Place): RepeatedRead | undefined {
    if (operation.op === "refine") {
      const source = this.#sourceOf(operation);
      const origin = source && this.#places.get(source);
      if (source && origin && operation.result) {
        this.#note(source, { ...place, value: operation.result, origin });
      }
      return undefined;
    }
    const key = keyOf(operation, this.#definitions);
    if (key === undefined) return undefined;
    const found = isRead(operation) ? this.#find(operation, key, place) : undefined;
    const value = isRead(operation) ? operation.result : operation.args.at(-1);
    if (value) this.#note(operation, { ...place, value, origin: place });
    return found;
  }

  /** The read of which a name tells. */
  #sourceOf(refinement: Operation): Operation | undefined {
    let at: Operation | undefined = refinement;
    while (at?.op === "refine") {
      const [base]: Operand[] = at.args;
      at = base?.kind === "variable" ? this.#definitions.get(base) : undefined;
    }
    return at && isRead(at) ? at : undefined;
  }

  #note(source: Operation, anchor: Anchor): void {
    const key = keyOf(source, this.#definitions);
    if (key === undefined) return;
    const base = this.#baseOf(source);
    const byKey = this.#anchors.get(base) ?? new Map<string, Anchor[]>();
    this.#anchors.set(base, byKey);
    const list = byKey.get(key);
    if (list) list.push(anchor);
    else byKey.set(key, [anchor]);
  }

  #baseOf(operation: Operation): Operand | undefined {
    return operation.op.endsWith("_global") ? undefined : unrefined(operation.args[0], this.#definitions);
  }

  #find(read: Operation, key: string, place: Place): RepeatedRead | undefined {
    const anchors = this.#anchors.get(this.#baseOf(read))?.get(key) ?? [];
    for (let i = anchors.length - 1; i >= 0 && i >= anchors.length - farthest; i--) {
      const anchor = anchors[i] as Anchor;
      if (!this.#dominates(anchor, place)) continue;
      const index = unrefined(read.op === "get_index" ? read.args[1] : undefined, this.#definitions);
      const origin = anchor.origin.block.operations[anchor.origin.index] as Operation;
      if (index && !sameOperand(index, unrefined(origin.args[1], this.#definitions))) continue;
      const between = this.#between(anchor.origin, place, key);
      return between && { value: anchor.value, between };
    }
    return undefined;
  }

  #dominates(anchor: Anchor, { block, index }: Place): boolean {
    if (anchor.block === block) return anchor.index < index;
    const tree = this.#tree as Dominators;
    const { exit, operations } = anchor.block;
    if (exit.kind === "except" && anchor.index === operations.length - 1) {
      // What raises gives nothing: only where it came back is its result known.
      const { target } = exit.normal;
      return this.#predecessors?.get(target)?.length === 1 && tree.dominates(target, block);
    }
    return tree.dominates(anchor.block, block);
  }

  /** Undefined if something on the way surely writes what is read. */
  #between(from: Place, to: Place, key: string): Place[] | undefined {
    const places: Place[] = [];
    const take = (block: Block, start: number, end: number): boolean => {
      for (let index = start; index < end; index++) {
        const operation = block.operations[index] as Operation;
        if (quiet.has(operation.op)) continue;
        if (!isRead(operation) && keyOf(operation, this.#definitions) === key) return false;
        places.push({ block, index });
      }
      return true;
    };
    if (from.block === to.block && from.index < to.index)
      return take(from.block, from.index + 1, to.index) ? places : undefined;
    if (!take(to.block, 0, to.index)) return undefined;
    const seen = new Set<Block>();
    const waiting = [...(this.#predecessors?.get(to.block) ?? [])];
    for (let block = waiting.pop(); block; block = waiting.pop()) {
      if (seen.has(block)) continue;
      seen.add(block);
      if (seen.size > mostBlocks) return undefined;
      if (block === from.block) {
        if (!take(block, from.index + 1, block.operations.length)) return undefined;
        continue;
      }
      if (!take(block, 0, block.operations.length)) return undefined;
      waiting.push(...(this.#predecessors?.get(block) ?? []));
    }
    return places;
  }
}

function isRead({ op }: Operation): boolean {
  return op === "get_property" || op === "get_index" || op === "get_global";
}

/** What of an object, array or the module is read or written; the same for operations that may meet. */
function keyOf(
  { op, attributes, args }: Operation,
  definitions: ReadonlyMap<Variable, Operation>,
): string | undefined {
  switch (op) {
    case "get_property":
      // A check reads nothing.
      return attributes.check === true ? undefined : `.${attributes.name}`;
    case "set_property":
      return `.${attributes.name}`;
    case "get_global":
    case "set_global":
      return `=${attributes.name}`;
    case "get_index":
    case "set_index": {
      const index = unrefined(args[1], definitions);
      return index?.kind === "variable" || index?.kind === "int" ? "[]" : undefined;
    }
    default:
      return undefined;
  }
}

function sameOperand(a: Operand, b: Operand | undefined): boolean {
  return a === b || (a.kind === "int" && b?.kind === "int" && a.value === b.value);
}
