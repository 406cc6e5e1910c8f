/** Elements: indexing and iteration of arrays and strings. */

import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { useListsOf } from "../flow/uses.ts";
import { isTestedWithin } from "../reads/within-length.ts";
import { readComputed, writeComputed } from "./computed-names.ts";
import { argument, givesKnown, type Rule } from "./rule.ts";

/** The elements of whatever arrays and strings are in `from` flow into `result`. */
export function readElements(flow: Flow, node: FlowNode, from: Slot, result: Slot): void {
  if (from.has(bit.string)) flow.join(result, bit.string);
  for (const one of from.objects) {
    const indexed = one.indexed;
    if (indexed) flow.load(indexed.element, result, node);
  }
  flow.shared.uniteArrays(from.objects);
}

/** A read that may miss gives undefined where something wants it. */
export function giveAbsent(flow: Flow, node: FlowNode, result: Slot): void {
  if (result.wanted) flow.join(result, bit.absent);
  else result.addWantReader(node);
}

/** Operations of which the first operand, if it is undefined, throws. */
const accesses = new Set(["get_property", "set_property", "call_method", "get_index", "set_index"]);

/** What is read is only asked for its members: undefined throws there. */
function isOnlyAccessed(node: FlowNode): boolean {
  const result = node.operation?.result;
  const uses = (result && useListsOf(node.clone.graph).get(result)) ?? [];
  return (
    uses.length > 0 &&
    uses.every(({ operation, place }) => place === 0 && operation && accesses.has(operation.op))
  );
}

function getIndex(flow: Flow, node: FlowNode): boolean {
  if (givesKnown(flow, node)) return !node.result!.isEmpty;
  const from = argument(node, 0);
  const result = node.result;
  if (argument(node, 1).isEmpty || !result) return false;
  readElements(flow, node, from, result);
  if (isOnlyAccessed(node) && !(isTestedWithin(node) && ![...from.objects].some((one) => one.shrinks)))
    flow.want(result);
  readComputed(flow, node, from, argument(node, 1), result);
  if (from.has(bit.string) || [...from.objects].some((one) => one.indexed)) giveAbsent(flow, node, result);
  return !result.isEmpty;
}

function setIndex(flow: Flow, node: FlowNode): boolean {
  const into = argument(node, 0);
  const value = argument(node, 2);
  if (argument(node, 1).isEmpty) return false;
  for (const one of into.objects) {
    if (one.kind !== "array") continue;
    flow.pass(value, one.element, node);
    one.written = true;
  }
  writeComputed(flow, node, into, argument(node, 1), value);
  flow.shared.uniteArrays(into.objects);
  return into.objects.size > 0 && !value.isEmpty;
}

export const arrayRules = {
  get_index: getIndex,
  set_index: setIndex,
} as const satisfies Record<string, Rule>;
