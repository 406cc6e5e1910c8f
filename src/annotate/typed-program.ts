/** Writes down what the fixpoints found: a new program in which every clone is a function or class of its own. */
import { type ClassInfo, classInfo, program as newProgram, type Program } from "../graph/program.ts";
import { referenceClass } from "../graph/well-known.ts";
import type { ClassClone } from "./clones/class-clones.ts";
import type { FunctionClone } from "./clones/function-clones.ts";
import type { Flow } from "./flow/flow.ts";
import { slotType } from "./flow/slot-type.ts";
import { type Removals, typedGraph, uncalledGraph } from "./typed-graph.ts";

/** The functions that the typed program has, in the order in which it has them. */
export function reachedFunctions(flow: Flow): FunctionClone[] {
  const reached = [...flow.functions.values()].filter((one) => one.reached);
  return inSourceOrder(reached, flow.source.functions, (one) => one.graph.name);
}

export function typedProgram(flow: Flow, removals: Removals): Program {
  const { source } = flow;
  const result = newProgram("typed", source.entry);
  const classes = inSourceOrder(usedClasses(flow), source.classes, (one) => one.info.name);
  for (const clone of reachedFunctions(flow))
    result.functions.set(clone.name, typedGraph(flow, clone, removals));
  for (const { code } of classes) {
    if (code && !code.reached) result.functions.set(code.name, uncalledGraph(flow, code));
  }
  for (const accessor of classes.flatMap((one) => literalAccessors(flow, one))) {
    if (!accessor.reached) result.functions.set(accessor.name, uncalledGraph(flow, accessor));
  }
  for (const clone of classes) result.classes.set(clone.name, typedClass(flow, clone));
  for (const global of source.globals.values()) {
    const slot = flow.globals.get(global.name)!;
    result.globals.set(global.name, { ...global, type: slotType(slot) });
  }
  for (const [name, one] of source.statics) result.statics.set(name, one);
  for (const [name, one] of source.structs) result.structs.set(name, one);
  return result;
}

function inSourceOrder<T extends { readonly name: string }>(
  clones: readonly T[],
  source: ReadonlyMap<string, unknown>,
  nameOf: (clone: T) => string,
): T[] {
  const order = new Map<string, number>();
  for (const name of source.keys()) order.set(name, order.size);
  const place = (one: T): number => order.get(nameOf(one)) ?? order.size;
  return [...clones].sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Classes with instances, and their ancestors. */
function usedClasses(flow: Flow): ClassClone[] {
  const used = new Set<ClassClone>();
  for (const clone of flow.classes.values()) {
    if (!clone.instantiated || clone.name === referenceClass) continue;
    for (let one: ClassClone | undefined = clone; one; one = one.parent) used.add(one);
    for (let one: ClassClone | undefined = clone.table; one; one = one.parent) used.add(one);
  }
  return [...used];
}

/** Accessors of an object literal are properties that printing shows, called or not; those of a class are not. */
function literalAccessors(flow: Flow, { info, environment }: ClassClone): FunctionClone[] {
  if (info.kind !== "literal") return [];
  const targets = [...info.getters.values(), ...info.setters.values()];
  return targets.flatMap((name) => flow.functionClone(name, environment) ?? []);
}

function typedClass(flow: Flow, clone: ClassClone): ClassInfo {
  const { info } = clone;
  const group = flow.shared.arrays.groupOf(clone);
  const first = group.find((one) => one.instantiated);
  const reachedName = (name: string): FunctionClone | undefined => {
    const found = flow.functionClone(name, clone.environment);
    return found?.reached || (found && flow.isMethodValue(found)) ? found : undefined;
  };
  const shown = new Set(literalAccessors(flow, clone));
  const methods = (from: ReadonlyMap<string, string>): Map<string, string> => {
    const result = new Map<string, string>();
    for (const [name, target] of from) {
      const found = reachedName(target) ?? [...shown].find((one) => one.graph.name === target);
      if (found) result.set(name, found.name);
    }
    return result;
  };
  const kept = [methods(info.methods), methods(info.getters), methods(info.setters)] as const;
  const members = [...info.methods.keys(), ...info.getters.keys(), ...info.setters.keys()];
  const isKept = (name: string): boolean => kept.some((one) => one.has(name));
  const isDropped = (name: string): boolean =>
    !isKept(name) && name !== "constructor" && !name.startsWith("#");
  return classInfo(clone.name, info.kind, {
    dropped: isAsked(flow, clone)
      ? members.filter(isDropped)
      : [...clone.readOnly].filter((name) => isDropped(name)),
    displayName: info.displayName,
    dictionary: clone.table?.name,
    parent: clone.parent?.name,
    fields: [...clone.fields.values()].map((field) => ({
      name: field.name,
      type: slotType(field.slot),
      definite: !field.maybeMissing,
      span: field.span,
    })),
    methods: new Map([...kept[0], ...genericMethods(clone)]),
    getters: kept[1],
    setters: kept[2],
    order: info.order,
    element: info.kind === "array" ? slotType(clone.element) : "any",
    like: first === clone ? undefined : first?.name,
    holes: group.some((one) => one.holes),
    frozen: group.some((one) => one.frozen !== undefined),
    resized: group.some((one) => one.resized),
    function: clone.code?.name,
    managed: info.managed,
    constructs: info.constructs,
    cloneOf: clone.name === info.name ? undefined : info.name,
    span: info.span,
  });
}

/** It or a class below it is asked for properties by computed names. */
function isAsked(flow: Flow, clone: ClassClone): boolean {
  for (const one of flow.classes.values()) if (one.asked && one.findAncestor(clone.name)) return true;
  return false;
}

/** Clones of generic methods that some call names. */
function genericMethods(clone: ClassClone): [string, string][] {
  const entries = [...clone.genericMethods].map(([name, target]): [string, string] => [name, target.name]);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
