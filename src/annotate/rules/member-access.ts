/** Accessors of an object, and fields that code outside its class gives it. */
import { type ClassClone, findInherited } from "../clones/class-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import type { Slot } from "../flow/slot.ts";

/** Calls the getter or setter `name` with `one` as `this`. */
export function callMember(
  flow: Flow,
  node: FlowNode,
  self: ClassClone | Slot,
  owner: ClassClone,
  name: string,
  args: readonly Slot[],
  result: Slot | undefined,
): boolean {
  const target = flow.functionClone(name, owner.environment);
  if (!target) return false;
  if (target.thisSlot) {
    if ("kind" in self) flow.join(target.thisSlot, 0, [self]);
    else flow.copy(self, target.thisSlot, node);
  }
  return flow.call(node, target, args, result);
}

/** The getter of an object, and what it gives; undefined if it has none. */
export function callGetter(
  flow: Flow,
  node: FlowNode,
  one: ClassClone,
  name: string,
  result: Slot | undefined,
): Slot | undefined {
  const member = findInherited(one, name);
  if (member?.kind !== "accessor" || member.getter === undefined) return undefined;
  callMember(flow, node, one, member.owner, member.getter, [], result);
  return flow.functionClone(member.getter, member.owner.environment)?.result;
}

export function callSetter(flow: Flow, node: FlowNode, one: ClassClone, name: string, value: Slot): void {
  const member = findInherited(one, name);
  if (member?.kind !== "accessor" || member.setter === undefined) return;
  callMember(flow, node, one, member.owner, member.setter, [value], undefined);
}

/**
 * Code outside the class gives its instances a field that no code of the class mentions. It belongs to the first class
 * of the hierarchy, so that where it stands does not depend on which subclass is seen first.
 */
export function addedField(flow: Flow, one: ClassClone, node: FlowNode, name: string) {
  if (one.kind !== "class" && one.kind !== "literal" && one.kind !== "closure") return undefined;
  if (findInherited(one, name)?.kind === "accessor") return undefined;
  let owner = one;
  while (owner.parent && !owner.parent.info.name.startsWith("prelude.")) owner = owner.parent;
  const added = owner.addField(name, node.operation?.span);
  for (const other of flow.classes.values())
    if (other === owner || other.findAncestor(owner.name))
      for (const user of other.users) if (user !== node) flow.enqueue(user);
  return added;
}
