import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import type { Slot } from "../flow/slot.ts";

/**
 * What an operation does in the first fixpoint: joins into its result and into memory, and says whether it can
 * complete. It is asked again whenever something that it read has grown; its answers may only grow.
 */
export type Rule = (flow: Flow, node: FlowNode) => boolean;

/** The kinds a node's result gets; true if every operand has some value. */
export function give(flow: Flow, node: FlowNode, bits: number): boolean {
  if (node.args.some((one) => one.isEmpty)) return false;
  if (node.result) flow.join(node.result, bits);
  return true;
}

export function nameOf(node: FlowNode): string {
  const name = node.operation?.attributes.name;
  return typeof name === "string" ? name : "";
}

export function classNameOf(node: FlowNode): string {
  const name = node.operation?.attributes.class;
  return typeof name === "string" ? name : "";
}

/** Type-argument keys that the frontend gave a call. */
export function keysOf(node: FlowNode): readonly string[] | undefined {
  const keys = node.operation?.attributes.types;
  return Array.isArray(keys) ? (keys as readonly string[]) : undefined;
}

export function argument(node: FlowNode, i: number): Slot {
  const slot = node.args[i];
  if (!slot) throw new Error(`operation ${node.operation?.op} lacks operand ${i}`);
  return slot;
}

/** A read of what is known already gives just that. */
export function givesKnown(flow: Flow, node: FlowNode): boolean {
  const known = node.clone.knownReads.get(node.operation!);
  if (!known || !node.result) return false;
  flow.pass(flow.operandSlot(node.clone, known.value), node.result, node);
  return true;
}
