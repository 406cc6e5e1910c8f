/** What lists and copies show of a place that may hold more than a value (runtime/prelude/properties.ts). */
import { propertyClass, propertyMember } from "../../graph/well-known.ts";
import { type ClassClone, findInherited } from "../clones/class-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import type { Slot } from "../flow/slot.ts";

export function isProperty(one: ClassClone): boolean {
  return one.info.name === propertyClass;
}

/** What the properties in a slot show. */
export function shownSlots(flow: Flow, from: Slot, node: FlowNode): Slot[] {
  from.addReader(node);
  return [...from.objects].flatMap((one) => {
    const member = isProperty(one) ? findInherited(one, propertyMember.value) : undefined;
    if (member?.kind !== "method") return [];
    return flow.functionClone(member.function, member.owner.environment)?.result ?? [];
  });
}

/** The values that the properties in a slot show go to another. */
export function copyShown(flow: Flow, from: Slot, into: Slot, node: FlowNode): void {
  for (const shown of shownSlots(flow, from, node)) flow.copy(shown, into, node);
}
