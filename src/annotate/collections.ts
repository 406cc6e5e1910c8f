/** Map, Set and their like, and everything that is iterated by methods of its own (runtime/prelude/key-tables.ts). */
import { siteEnvironment } from "./call-sites.ts";
import { type ClassClone, findInherited } from "./class-clones.ts";
import { isCollection } from "./collection-names.ts";
import type { Flow } from "./flow.ts";
import type { FlowNode } from "./flow-node.ts";
import type { Slot } from "./slot.ts";

/** The class of which a \`new\` makes an instance. */
export function constructedClone(
  flow: Flow,
  node: FlowNode,
  name: string,
  keys: readonly string[] | undefined,
): ClassClone | undefined {
  return isCollection(name)
    ? flow.classClone(name, siteEnvironment(node, name))
    : flow.classClone(name, node.clone.environment, keys);
}

/** The methods by which the run-time iterates: of what is iterated, and of its iterator. */
export const iterationMethods = { open: "##iterate", more: "##advance", value: "##value" } as const;

/** Calls a method that all of \`from\` that have it share a signature for. Returns whether some call comes back. */
export function callIteration(
  flow: Flow,
  node: FlowNode,
  from: Slot,
  name: string,
  result: Slot | undefined,
): boolean {
  let completes = false;
  for (const one of from.objects) {
    const member = findInherited(one, name);
    if (member?.kind !== "method") continue;
    const target = flow.functionClone(member.function, member.owner.environment);
    if (!target) continue;
    if (target.thisSlot) flow.join(target.thisSlot, 0, [one]);
    completes = flow.call(node, target, [], result) || completes;
  }
  if (node.targets.size > 1) flow.shared.uniteFunctions(node.targets);
  return completes;
}

export function isIterable(one: ClassClone): boolean {
  return findInherited(one, iterationMethods.open) !== undefined;
}
