/**
 * The second fixpoint: which numbers reach every slot, and with it whether a slot is a 64-bit integer or a double.
 *
 * Nodes are served in source order, which makes the result one and the same however the first fixpoint ran. Ranges
 * that keep growing around a cycle of flow jump to thresholds (Cousot and Cousot 1977); two rounds of narrowing take
 * back what was too much, and a second climb, kept below what the first has proved, takes back what followed from it.
 */
import type { Block, Graph } from "../../graph/graph.ts";
import { linksOf } from "../../graph/graph.ts";
import type { HighOpName } from "../../graph/ops.ts";
import { maxSafe } from "../../graph/types.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { markDemands } from "./demands.ts";
import { numberRules } from "./number-rules.ts";
import { isInt, joinSets, type NumberSet, widen } from "./number-set.ts";

/** Growth that is followed step by step before it is widened. */
const patience = 3;
const narrowings = 2;

export function findRanges(flow: Flow, clones: readonly FunctionClone[]): void {
  const nodes = orderedNodes(clones);
  markDemands(flow, nodes);
  markCycles(flow, clones);
  const ranges = new Ranges(flow, nodes);
  ranges.climb();
  ranges.narrow();
  ranges.restart();
  ranges.climb();
  ranges.narrow();
}

class Ranges {
  readonly #flow: Flow;
  readonly #nodes: readonly FlowNode[];
  readonly #dirty: Uint8Array;
  readonly #slots: readonly Slot[];
  #anyDirty = false;

  constructor(flow: Flow, nodes: readonly FlowNode[]) {
    this.#flow = flow;
    this.#nodes = nodes;
    this.#dirty = new Uint8Array(nodes.length).fill(1);
    this.#slots = [...numberSlots(nodes)];
    for (const slot of this.#slots) this.#startFromSeed(slot);
  }

  #startFromSeed(slot: Slot): void {
    slot.numbers = undefined;
    slot.grown = 0;
    for (const one of this.#flow.shared.slots.groupOf(slot)) slot.numbers = joinSets(slot.numbers, one.seed);
  }

  /** From what is known up to the least fixpoint that widening allows. */
  climb(): void {
    do {
      this.#anyDirty = false;
      for (const node of this.#nodes) {
        if (this.#dirty[node.order] === 0) continue;
        this.#dirty[node.order] = 0;
        this.#visit(node, this.#grow);
      }
    } while (this.#anyDirty);
  }

  /** Computes every slot again from the others: a fixpoint from above can only shrink. */
  narrow(): void {
    for (let round = 0; round < narrowings; round++) {
      for (const slot of this.#slots) {
        slot.fresh = undefined;
        for (const one of this.#flow.shared.slots.groupOf(slot)) slot.fresh = joinSets(slot.fresh, one.seed);
      }
      for (const node of this.#nodes) this.#visit(node, refresh);
      for (const slot of this.#slots) slot.numbers = slot.fresh;
    }
  }

  /** Back to the beginning, with what was proved as the limit. */
  restart(): void {
    for (const slot of this.#slots) {
      slot.cap = slot.numbers;
      this.#startFromSeed(slot);
    }
    this.#dirty.fill(1);
  }

  #visit(node: FlowNode, give: (slot: Slot, set: NumberSet | undefined) => void): void {
    for (const [from, targets] of node.moves) {
      if (!from.has(bit.number)) continue;
      const set = from.shared.numbers;
      if (set) for (const to of targets) give(to, set);
    }
    const rule = node.operation && numberRules[node.operation.op as HighOpName];
    if (rule && node.result?.has(bit.number)) give(node.result, settle(node, rule(node)));
  }

  #grow = (slot: Slot, set: NumberSet | undefined): void => {
    const top = slot.shared;
    if (top.constant) return;
    const old = top.numbers;
    let joined = joinSets(old, set);
    if (joined === old || joined === undefined) return;
    if (old && top.widens && ++top.grown > patience) joined = widen(old, joined, top.cap);
    top.numbers = joined;
    this.#anyDirty = true;
    for (const one of this.#flow.shared.slots.groupOf(top)) {
      for (const reader of one.readers) this.#dirty[reader.order] = 1;
    }
  };
}

function refresh(slot: Slot, set: NumberSet | undefined): void {
  const top = slot.shared;
  if (!top.constant) top.fresh = joinSets(top.fresh, set);
}

/** What an operation's result is stored as: -0 makes a double of what would be an integer only where it is seen. */
function settle(node: FlowNode, set: NumberSet | undefined): NumberSet | undefined {
  if (!set) return undefined;
  if (node.clone.graph.system) return systemNumber(set);
  if (!set.minusZero || !isInt(set)) return set;
  return node.result?.seesMinusZero ? { ...set, float: true } : { ...set, minusZero: false };
}

/** System code computes with machine words: integers do not leave their range and there is no -0. */
function systemNumber(set: NumberSet): NumberSet {
  if (set.float || !set.integral) return set;
  const low = Math.max(-maxSafe, Math.min(set.low, maxSafe));
  const high = Math.min(maxSafe, Math.max(set.high, -maxSafe));
  return { ...set, low: Math.min(low, high), high: Math.max(low, high), nan: false, minusZero: false };
}

function* numberSlots(nodes: readonly FlowNode[]): Generator<Slot> {
  const seen = new Set<Slot>();
  for (const node of nodes) {
    const slots = [...node.args, ...(node.result ? [node.result] : [])];
    for (const [from, targets] of node.moves) slots.push(from, ...targets);
    for (const slot of slots) {
      const top = slot.shared;
      if (seen.has(top)) continue;
      seen.add(top);
      if (!top.constant) yield top;
    }
  }
}

/** All reached operations and exits in source order. */
function orderedNodes(clones: readonly FunctionClone[]): FlowNode[] {
  const nodes: FlowNode[] = [];
  for (const clone of clones) {
    for (const block of reversePostorder(clone.graph)) {
      for (const node of clone.blocks.get(block)?.nodes ?? []) {
        node.order = nodes.length;
        nodes.push(node);
      }
    }
  }
  return nodes;
}

const orders = new WeakMap<Graph, readonly Block[]>();

function reversePostorder(graph: Graph): readonly Block[] {
  const known = orders.get(graph);
  if (known) return known;
  const seen = new Set<Block>();
  const order: Block[] = [];
  const visit = (root: Block): void => {
    const stack: { block: Block; next: Block[] }[] = [];
    const enter = (block: Block): void => {
      seen.add(block);
      stack.push({ block, next: linksOf(block.exit).map((one) => one.target) });
    };
    enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.next.pop();
      if (!next) {
        order.push(top.block);
        stack.pop();
      } else if (!seen.has(next)) {
        enter(next);
      }
    }
  };
  if (graph.blocks[0]) visit(graph.blocks[0]);
  order.reverse();
  orders.set(graph, order);
  return order;
}

/** Slots through which numbers can come back to themselves: memory, calls, and parameters of loops. */
function markCycles(flow: Flow, clones: readonly FunctionClone[]): void {
  const mark = (slot: Slot): void => {
    slot.shared.widens = true;
  };
  mark(flow.thrown);
  for (const slot of flow.globals.values()) mark(slot);
  for (const one of flow.classes.values()) {
    mark(one.element);
    for (const field of one.fields.values()) mark(field.slot);
  }
  for (const clone of clones) {
    mark(clone.result);
    for (const param of clone.params) mark(param);
    const order = reversePostorder(clone.graph);
    const place = new Map(order.map((block, i) => [block, i]));
    for (const [i, block] of order.entries()) {
      for (const link of linksOf(block.exit)) {
        if ((place.get(link.target) ?? 0) > i) continue;
        for (const param of link.target.params) mark(clone.slotOf(param));
      }
    }
  }
}
