/**
 * Which slots hold numbers whose -0 or NaN some use can see: asked backwards from the uses that look (a divisor, a
 * comparison, printing) through arithmetic and memory.
 */

import { byteTypes, elementsOf } from "../../graph/byte-types.ts";
import { bitOperators } from "../../graph/operator-sets.ts";
import type { HighOpName } from "../../graph/ops.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { builtinMethod } from "../rules/builtin-rules.ts";
import { nameOf } from "../rules/rule.ts";
import { convertedOperands } from "../rules/to-primitive.ts";

/** `looks`: operands that the operation itself looks at. `passes`: operands that its result is as good as. */
interface Demand {
  readonly looks?: readonly number[];
  readonly passes?: readonly number[];
}

type Demands = Partial<Record<HighOpName, Demand>>;

const both = [0, 1];
const first = [0];

const minusZero: Demands = {
  add: { passes: both },
  sub: { passes: both },
  mul: { passes: both },
  div: { looks: [1], passes: both },
  mod: { passes: first },
  pow: { looks: both },
  neg: { passes: first },
  to_number: { passes: first },
  refine: { passes: first },
};

const comparison: Demand = { looks: both };

const nan: Demands = {
  add: { passes: both },
  sub: { passes: both },
  mul: { passes: both },
  div: { passes: both },
  mod: { passes: both },
  pow: { passes: both },
  neg: { passes: first },
  to_number: { passes: first },
  refine: { passes: first },
  less: comparison,
  less_equal: comparison,
  greater: comparison,
  greater_equal: comparison,
  strict_equal: comparison,
  strict_not_equal: comparison,
  loose_equal: comparison,
  loose_not_equal: comparison,
  truthy: { looks: first },
  not: { looks: first },
  to_string: { looks: first },
  concat: { looks: [0, 1, 2, 3, 4, 5, 6, 7] },
};

const ofUndefinedZero: ReadonlySet<string> = new Set(bitOperators);

/** Library functions whose result has the sign of zero of an argument. */
const keepsMinusZero =
  /^(Math\.(floor|ceil|trunc|round|sign|min|max|sqrt|cbrt|sin|tan|asin|atan|sinh|tanh|asinh|atanh|expm1|log1p|fround)|Number)$/;
const looksAtMinusZero = /^(Math\.(atan2|pow)|Object\.is|console\..*|memory\.(store|set).*)$/;
const keepsNaN = /^(Math\..*|Number)$/;
const looksAtNaN =
  /^(Number\..*|memory\.(hashKey|sameKey)|isNaN|isFinite|Object\.is|console\..*|String|Boolean|number\..*|array\.(includes|indexOf))$/;

export function markDemands(flow: Flow, nodes: readonly FlowNode[]): void {
  const moved = reversedMoves(nodes);
  spread(flow, nodes, moved, "seesMinusZero", minusZero, looksAtMinusZero, keepsMinusZero);
  spread(flow, nodes, moved, "seesNaN", nan, looksAtNaN, keepsNaN);
  spreadAbsence(flow, nodes, moved);
}

/** Bit operators take undefined for 0; what only moves a value leaves it to those who get it. */
function spreadAbsence(
  flow: Flow,
  nodes: readonly FlowNode[],
  moved: ReadonlyMap<Slot, readonly Slot[]>,
): void {
  const waiting: Slot[] = [];
  const see = (slot: Slot): void => {
    if (slot.constant || slot.seesAbsence) return;
    for (const one of flow.shared.slots.groupOf(slot)) {
      one.seesAbsence = true;
      waiting.push(one);
    }
  };
  for (const node of nodes) {
    const op = node.operation?.op ?? "";
    if (ofUndefinedZero.has(op)) continue;
    const isLibrary = op === "call_builtin" || op === "call_method";
    for (const arg of node.args) {
      if (isLibrary && !node.moves.has(arg)) seeDeeply(arg, see);
      else if (!node.moves.has(arg)) see(arg);
    }
  }
  for (let slot = waiting.pop(); slot; slot = waiting.pop())
    for (const from of moved.get(slot) ?? []) see(from);
}

function reversedMoves(nodes: readonly FlowNode[]): Map<Slot, Slot[]> {
  const sources = new Map<Slot, Slot[]>();
  for (const node of nodes) {
    for (const [from, targets] of node.moves) {
      if (!from.has(bit.number)) continue;
      for (const to of targets) addTo(sources, to, from);
    }
  }
  return sources;
}

function addTo(sources: Map<Slot, Slot[]>, to: Slot, from: Slot): void {
  const known = sources.get(to);
  if (known) known.push(from);
  else sources.set(to, [from]);
}

function spread(
  flow: Flow,
  nodes: readonly FlowNode[],
  moved: ReadonlyMap<Slot, readonly Slot[]>,
  mark: "seesMinusZero" | "seesNaN",
  demands: Demands,
  looks: RegExp,
  keeps: RegExp,
): void {
  const waiting: Slot[] = [];
  const see = (slot: Slot | undefined): void => {
    if (!slot || slot.constant || slot[mark]) return;
    for (const one of flow.shared.slots.groupOf(slot)) {
      one[mark] = true;
      waiting.push(one);
    }
  };
  const passed = new Map<Slot, Slot[]>();
  for (const node of nodes) {
    const op = node.operation?.op as HighOpName | undefined;
    if (op === undefined) {
      if (mark === "seesNaN" && node.state.block.exit.kind === "switch")
        for (const arg of node.args) see(arg);
      continue;
    }
    for (const slot of convertedOperands(node).values()) see(slot);
    const demand = demands[op];
    for (const i of demand?.looks ?? []) see(node.args[i]);
    if (op === "set_index" && storesTyped(node, mark === "seesMinusZero")) see(node.args[2]);
    if (node.result)
      for (const i of demand?.passes ?? []) if (node.args[i]) addTo(passed, node.result, node.args[i]);
    if (op !== "call_builtin" && op !== "call_method") continue;
    const name = libraryName(node);
    if (name === undefined) continue;
    if (looks.test(name)) for (const arg of node.args) seeDeeply(arg, see);
    if (keeps.test(name) && node.result) for (const arg of node.args) addTo(passed, node.result, arg);
  }
  for (let slot = waiting.pop(); slot; slot = waiting.pop()) {
    for (const from of moved.get(slot) ?? []) see(from);
    for (const from of passed.get(slot) ?? []) see(from);
  }
}

/** Writes an element of a typed array: of integers NaN is another number, of floats -0 stays one. */
function storesTyped(node: FlowNode, floats: boolean): boolean {
  for (const one of node.args[0]?.objects ?? []) {
    const kind = one.indexed?.isTyped ? elementsOf(one.indexed.info.name) : undefined;
    if (kind && !kind.big && (!floats || byteTypes[kind.type].range === undefined)) return true;
  }
  return false;
}

function libraryName(node: FlowNode): string | undefined {
  if (node.operation?.op === "call_builtin") return nameOf(node);
  const receiver = node.args[0];
  if (receiver?.has(bit.number)) return builtinMethod("number", nameOf(node));
  return receiver && receiver.objects.size > 0 ? builtinMethod("array", nameOf(node)) : undefined;
}

/** Printing an object or array shows what is in it. */
function seeDeeply(slot: Slot, see: (slot: Slot) => void, seen = new Set<Slot>()): void {
  if (seen.has(slot)) return;
  seen.add(slot);
  see(slot);
  for (const object of slot.objects) {
    if (object.kind === "array") seeDeeply(object.element, see, seen);
    for (let one: typeof object | undefined = object; one; one = one.parent) {
      for (const field of one.fields.values()) seeDeeply(field.slot, see, seen);
    }
  }
}
