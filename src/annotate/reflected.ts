/**
 * Members that the library calls on whatever object it meets: printing asks errors for their `stack` and `name`. Which
 * calls of the library do is known by name; then every class with instances may be asked. What ends the program by an
 * exception is asked too.
 */
import { type ClassClone, findInherited } from "./class-clones.ts";
import type { Flow } from "./flow.ts";
import type { FunctionClone } from "./function-clones.ts";

/** What a call of the library may ask objects for. */
const asked: readonly { readonly calls: RegExp; readonly getters: readonly string[] }[] = [
  { calls: /^console\./, getters: ["stack", "name"] },
];

const errorClass = "prelude.Error";

/** Notes a call of the library that was given objects. */
export function noteReflection(flow: Flow, name: string): void {
  for (const one of asked)
    if (one.calls.test(name)) for (const getter of one.getters) flow.reflectedGetters.add(getter);
}

/** Lets the members that may be asked for be reached. Returns whether one is reached anew. */
export function reachReflected(flow: Flow): boolean {
  let changed = false;
  const ask = (objects: Iterable<ClassClone>, getter: string): void => {
    const targets = new Set<FunctionClone>();
    for (const one of objects) {
      if (!one.instantiated || one.kind !== "class" || !one.findAncestor(errorClass)) continue;
      const member = findInherited(one, getter);
      if (member?.kind !== "accessor" || member.getter === undefined) continue;
      const target = flow.functionClone(member.getter, member.owner.environment);
      if (!target) continue;
      changed ||= !target.reached || target.thisSlot?.objects.has(one) === false;
      if (target.thisSlot) flow.join(target.thisSlot, 0, [one]);
      flow.reach(target);
      targets.add(target);
    }
    if (targets.size > 1) flow.shared.uniteFunctions(targets);
  };
  for (const getter of flow.reflectedGetters) ask(flow.classes.values(), getter);
  ask(flow.thrown.objects, "stack");
  return changed;
}

export function holdsObjects(slots: readonly { readonly objects: ReadonlySet<unknown> }[]): boolean {
  return slots.some((one) => one.objects.size > 0);
}
