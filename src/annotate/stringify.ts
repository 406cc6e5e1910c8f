import { type ClassClone, findInherited } from "./class-clones.ts";
import type { Flow } from "./flow.ts";
import type { FlowNode } from "./flow-node.ts";
import type { FunctionClone } from "./function-clones.ts";
import type { Slot } from "./slot.ts";
import { callTables } from "./table-calls.ts";

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
    callTables(flow, node, [one], "##text", []);
    for (const target of methodsOf(flow, node, one, "toString")) {
      if (target.thisSlot) flow.join(target.thisSlot, 0, [one]);
      node.conversions.add(target);
      flow.passArguments(node, target, [], undefined);
      targets.push(target);
    }
  }
  flow.shared.uniteFunctions(targets);
}

/** The method that an object has under a name, or what its field holds that can be called. */
export function methodsOf(flow: Flow, node: FlowNode, one: ClassClone, name: string): FunctionClone[] {
  const field = one.findField(name);
  if (field) {
    field.slot.addReader(node);
    return [...field.slot.objects].flatMap((value) => value.code ?? []);
  }
  const member = findInherited(one, name);
  if (member?.kind !== "method") return [];
  const target = flow.functionClone(member.function, member.owner.environment);
  return target ? [target] : [];
}
