/**
 * Which arrays may change their length, and which may have holes, by writing beyond their end. A write is proved to be
 * within if its index is below the least length that arrays of these sites are made with, or was tested against the
 * array's own length, and nothing ever shortens them.
 */
import type { ClassClone } from "../clones/class-clones.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { anyUndefined, bit, nullish } from "../flow/kinds.ts";
import { isInt, type NumberSet } from "../numbers/number-set.ts";
import { isLengthOf, isWithinLength, originOf } from "./within-length.ts";

export function findArrayShapes(flow: Flow, clones: readonly FunctionClone[]): void {
  const nodes = clones.flatMap((clone) => [...clone.blocks.values()].flatMap((state) => state.nodes));
  for (const node of nodes) if (node.operation?.op === "new_array_length") noteLength(node);
  for (const node of nodes) if (node.operation?.op === "set_index") noteWrite(flow, node);
}

function numbersOf(node: FlowNode, i: number): NumberSet | undefined {
  const slot = node.args[i];
  return slot?.has(bit.number) ? slot.shared.numbers : undefined;
}

function noteLength(node: FlowNode): void {
  const made = node.result ? [...node.result.objects] : [];
  const low = Math.max(0, numbersOf(node, 0)?.low ?? 0);
  for (const one of made) if (one.kind === "array") one.minimalLength = Math.min(one.minimalLength, low);
}

function noteWrite(flow: Flow, node: FlowNode): void {
  if (isProvedWithin(flow, node)) return;
  const appends = isAppending(node);
  for (const one of node.args[0]?.objects ?? []) {
    if (one.kind !== "array") continue;
    one.resized = true;
    if (!appends) one.holes = true;
  }
}

/** The access is surely to an element that is there. The length of a string or typed array never changes. */
export function isProvedWithin(flow: Flow, node: FlowNode): boolean {
  const receiver = node.args[0];
  if (!receiver || receiver.has(~(bit.string | nullish))) return false;
  const group = new Set<ClassClone>();
  let typed = false;
  for (const one of receiver.objects) {
    const indexed = one.indexed;
    if (!indexed) return false;
    typed ||= indexed.isTyped;
    if (one.kind !== "array") continue;
    for (const member of flow.shared.arrays.groupOf(one)) group.add(member);
  }
  if ([...group].some((one) => one.shrinks)) return false;
  return (
    (group.size > 0 && !typed && !receiver.has(bit.string) && isBelow(node, group)) || isWithinLength(node)
  );
}

/** Whatever the array holds at an index within is there. */
export function hasNoHole(flow: Flow, node: FlowNode): boolean {
  for (const one of node.args[0]?.objects ?? []) {
    for (const member of flow.shared.arrays.groupOf(one)) {
      if (member.holes || member.element.has(anyUndefined)) return false;
    }
  }
  return true;
}

function isBelow(node: FlowNode, group: ReadonlySet<ClassClone>): boolean {
  const index = numbersOf(node, 1);
  if (!index || !isInt(index) || index.low < 0) return false;
  for (const one of group) if (one.instantiated && index.high >= one.minimalLength) return false;
  return true;
}

/** `a[a.length] = x` leaves no gap. */
function isAppending(node: FlowNode): boolean {
  const [array, index] = node.operation?.args ?? [];
  return isLengthOf(node.clone, index, originOf(node.clone, array));
}
