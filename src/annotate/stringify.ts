import { findInherited } from "./class-clones.ts";
import type { Flow } from "./flow.ts";
import type { FlowNode } from "./flow-node.ts";
import type { FunctionClone } from "./function-clones.ts";
import type { Slot } from "./slot.ts";

/** ToString calls the `toString` methods of objects, and of an array's elements. */
export function stringify(flow: Flow, node: FlowNode, slot: Slot, seen = new Set<Slot>()): void {
  if (seen.has(slot)) return;
  seen.add(slot);
  if (slot.objects.size > 0) flow.shared.uniteArrays(slot.objects);
  const targets: FunctionClone[] = [];
  for (const one of slot.objects) {
    if (one.kind === "array") {
      one.element.addReader(node);
      stringify(flow, node, one.element, seen);
      continue;
    }
    const member = findInherited(one, "toString");
    if (member?.kind !== "method") continue;
    const target = flow.functionClone(member.function, member.owner.environment);
    if (!target) continue;
    if (target.thisSlot) flow.join(target.thisSlot, 0, [one]);
    node.conversions.add(target);
    flow.passArguments(node, target, [], undefined);
    targets.push(target);
  }
  flow.shared.uniteFunctions(targets);
}
