/** Calls of the methods of dictionaries (runtime/prelude/dictionaries.ts). */
import { type ClassClone, findInherited } from "../clones/class-clones.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import type { Slot } from "../flow/slot.ts";

export function methodOf(flow: Flow, one: ClassClone, name: string): FunctionClone | undefined {
  const member = one.table && findInherited(one.table, name);
  return member?.kind === "method"
    ? flow.functionClone(member.function, member.owner.environment)
    : undefined;
}

/** Calls a method of those of the objects that are dictionaries. */
export function callTables(
  flow: Flow,
  node: FlowNode,
  objects: Iterable<ClassClone>,
  method: string,
  args: readonly Slot[],
  result?: Slot,
): boolean {
  const targets: FunctionClone[] = [];
  let completes = false;
  for (const one of objects) {
    const target = methodOf(flow, one, method);
    if (!target) continue;
    if (target.thisSlot && one.table) flow.join(target.thisSlot, 0, [one.table]);
    completes = flow.passArguments(node, target, args, result) || completes;
    targets.push(target);
  }
  flow.shared.uniteFunctions(targets);
  return completes;
}
