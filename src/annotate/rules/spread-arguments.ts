/** Calls of functions with a rest parameter, and calls that spread an array: which argument reaches which parameter. */
import { restIndex } from "../../graph/graph.ts";
import type { ClassClone } from "../clones/class-clones.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import { constantSlot, Slot } from "../flow/slot.ts";
import { readElements } from "./array-rules.ts";

const undefinedSlot = constantSlot(bit.undefined);

/** A call of a function that only flow knows, by the operation or by a bound function. Returns whether some call comes back. */
export function callUnknown(
  flow: Flow,
  node: FlowNode,
  target: FunctionClone,
  args: readonly Slot[],
  result: Slot | undefined,
  byBound = false,
): boolean {
  if (byBound) node.conversions.add(target);
  else node.targets.add(target);
  const rest = restIndex(target.graph);
  const spreads = node.operation?.attributes.spread === true;
  if (rest === undefined && !spreads) return flow.passArguments(node, target, args, result);
  const tail = spreads ? args.at(-1) : undefined;
  const plain = tail ? args.slice(0, -1) : args;
  const count = rest ?? target.params.length - target.firstParameter;
  const passed = plain.slice(0, count);
  for (let i = passed.length; i < count; i++)
    passed.push(tail ? elementOf(flow, node, tail, i - plain.length) : undefinedSlot);
  if (rest !== undefined) passed.push(restArray(flow, node, target, plain.slice(count), tail, byBound));
  return flow.passArguments(node, target, passed, result);
}

/** True if lowering has to arrange the arguments of a call. */
export function isArranged(node: FlowNode): boolean {
  if (node.operation?.attributes.spread === true || node.conversions.size > 0) return true;
  return [...node.targets].some((one) => restIndex(one.graph) !== undefined);
}

const elements = new WeakMap<FlowNode, Slot[]>();

/** The slot of the element at a place of the array that a call spreads. */
function elementOf(flow: Flow, node: FlowNode, tail: Slot, place: number): Slot {
  let slots = elements.get(node);
  if (!slots) elements.set(node, (slots = []));
  slots[place] ??= new Slot();
  const slot = slots[place];
  readElements(flow, node, tail, slot);
  // Parameters beyond the arguments are undefined, as in any call.
  flow.join(slot, bit.undefined);
  return slot;
}

/** The class of the array that a rest parameter gets. */
export function restClass(flow: Flow, target: FunctionClone): ClassClone | undefined {
  const { rest } = target.graph.notes;
  return rest === undefined ? undefined : flow.classClone(rest, target.environment);
}

const restSlots = new WeakMap<ClassClone, Slot>();

function restArray(
  flow: Flow,
  node: FlowNode,
  target: FunctionClone,
  extra: readonly Slot[],
  tail: Slot | undefined,
  byBound: boolean,
): Slot {
  const made = restClass(flow, target);
  if (!made) return undefinedSlot;
  made.instantiated = true;
  made.minimalLength = 0;
  // One array is made, whichever of the functions is called.
  const together = byBound ? node.conversions : node.targets;
  flow.shared.uniteArrays([made, ...[...together].flatMap((one) => restClass(flow, one) ?? [])]);
  for (const one of extra) flow.pass(one, made.element, node);
  for (const one of tail?.objects ?? []) {
    if (one.kind !== "array") continue;
    flow.copy(one.element, made.element, node);
    flow.shared.uniteArrays([one, made]);
  }
  let slot = restSlots.get(made);
  if (!slot) {
    slot = constantSlot(0, made);
    restSlots.set(made, slot);
  }
  return slot;
}
