import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { definitionsOf } from "../flow/uses.ts";

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

/**
 * A text may be undefined here, for which the operation has a meaning. That costs no wider slots: a text that may be
 * undefined is stored like any other. System code means texts that are there.
 */
export function wantText(flow: Flow, node: FlowNode, place: number): void {
  const operand = argument(node, place);
  if (operand.has(bit.string) && !node.clone.graph.system && !isTextRead(node, place)) flow.want(operand);
}

/** `text += letters[i]`: a read beyond the end gives the word that is wanted (reads/outside-reads.ts). */
function isTextRead({ operation, clone }: FlowNode, place: number): boolean {
  const read = operation?.args[place];
  if (read?.kind !== "variable" || !joiners.has(operation?.op ?? "")) return false;
  return definitionsOf(clone.graph).get(read)?.op === "get_index";
}

const joiners: ReadonlySet<string> = new Set(["add", "concat", "to_string"]);

/** A read of what is known already gives just that. */
export function givesKnown(flow: Flow, node: FlowNode): boolean {
  const known = node.clone.knownReads.get(node.operation!);
  if (!known || !node.result) return false;
  flow.pass(flow.operandSlot(node.clone, known.value), node.result, node);
  return true;
}
