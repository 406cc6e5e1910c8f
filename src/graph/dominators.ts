/**
 * Dominators: block a dominates block b if every path from the entry to b goes through a.
 *
 * Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001): immediate dominators by iteration in reverse
 * postorder; dominance frontiers by walking up from the predecessors of joins.
 */
import { predecessors, reversePostorder } from "./flow.ts";
import type { Block, Graph } from "./graph.ts";

export class Dominators {
  /** The blocks that can be reached, in reverse postorder; everything here is about them alone. */
  readonly order: readonly Block[];
  readonly #numbers = new Map<Block, number>();
  readonly #predecessors: readonly (readonly number[])[];
  /** The number of each block's immediate dominator; the entry's is itself. */
  readonly #parents: Int32Array;
  readonly #children: number[][];
  /** Times at which a walk of the tree enters and leaves each block. */
  readonly #enter: Int32Array;
  readonly #leave: Int32Array;

  constructor(graph: Graph) {
    this.order = reversePostorder(graph);
    for (const [number, block] of this.order.entries()) this.#numbers.set(block, number);
    const all = predecessors(graph);
    this.#predecessors = this.order.map((block) =>
      (all.get(block) ?? []).map((one) => this.#numbers.get(one)).filter((number) => number !== undefined),
    );
    this.#parents = immediateDominators(this.#predecessors);
    this.#children = this.order.map(() => []);
    for (let at = 1; at < this.order.length; at++) this.#children[this.#parents[at] as number]?.push(at);
    this.#enter = new Int32Array(this.order.length);
    this.#leave = new Int32Array(this.order.length);
    this.#number();
  }

  has(block: Block): boolean {
    return this.#numbers.has(block);
  }

  /** The immediate dominator; undefined for the entry and for what cannot be reached. */
  parent(block: Block): Block | undefined {
    const number = this.#numbers.get(block);
    return number === undefined || number === 0 ? undefined : this.order[this.#parents[number] as number];
  }

  /** The blocks whose immediate dominator this is. */
  children(block: Block): Block[] {
    const number = this.#numbers.get(block);
    return number === undefined ? [] : (this.#children[number] ?? []).map((one) => this.order[one] as Block);
  }

  /** True if every path to `below` goes through `above`; a block dominates itself. */
  dominates(above: Block, below: Block): boolean {
    const a = this.#numbers.get(above);
    const b = this.#numbers.get(below);
    if (a === undefined || b === undefined) return false;
    return (
      (this.#enter[a] as number) <= (this.#enter[b] as number) &&
      (this.#leave[b] as number) <= (this.#leave[a] as number)
    );
  }

  /** For each block the joins at which its dominance ends; nothing leads to the entry. */
  frontiers(): Map<Block, Set<Block>> {
    const all = new Map<Block, Set<Block>>(this.order.map((block) => [block, new Set()]));
    for (const [number, block] of this.order.entries()) {
      const from = this.#predecessors[number] as readonly number[];
      if (from.length < 2) continue;
      for (let runner of from) {
        while (runner !== this.#parents[number]) {
          all.get(this.order[runner] as Block)?.add(block);
          runner = this.#parents[runner] as number;
        }
      }
    }
    return all;
  }

  #number(): void {
    if (this.order.length === 0) return;
    let time = 0;
    const path = [{ block: 0, next: 0 }];
    this.#enter[0] = time++;
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const child = this.#children[top.block]?.[top.next++];
      if (child === undefined) {
        this.#leave[top.block] = time++;
        path.pop();
      } else {
        this.#enter[child] = time++;
        path.push({ block: child, next: 0 });
      }
    }
  }
}

/** By number in reverse postorder; the entry's is itself. */
function immediateDominators(from: readonly (readonly number[])[]): Int32Array {
  const parents = new Int32Array(from.length).fill(-1);
  parents[0] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let at = 1; at < from.length; at++) {
      let best = -1;
      for (const one of from[at] as readonly number[]) {
        if (parents[one] === -1) continue;
        best = best === -1 ? one : meet(parents, one, best);
      }
      if (parents[at] !== best) {
        parents[at] = best;
        changed = true;
      }
    }
  }
  return parents;
}

/** The nearest block that dominates both. */
function meet(parents: Int32Array, a: number, b: number): number {
  while (a !== b) {
    while (a > b) a = parents[a] as number;
    while (b > a) b = parents[b] as number;
  }
  return a;
}
