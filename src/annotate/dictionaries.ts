/**
 * Object literals that become dictionaries (runtime/prelude/dictionaries.ts): where flow sees a property written or
 * deleted whose name is computed. Accesses by a written-out name go on as if the object were a struct, so that what
 * they find does not depend on when it became a dictionary; beside that they call the dictionary's methods.
 */
import { isHiddenName, namedMethod } from "../graph/frames.ts";
import { isCapture } from "../graph/program.ts";
import { hasNullPrototype } from "../graph/well-known.ts";
import type { ClassClone, FieldState } from "./clones/class-clones.ts";
import { findConstructor } from "./clones/class-clones.ts";
import { emptyEnvironment, withSite } from "./clones/environment.ts";
import type { Flow } from "./flow/flow.ts";
import type { FlowNode } from "./flow/flow-node.ts";
import { anyBoolean, anyReference, bit, nullish } from "./flow/kinds.ts";
import { constantSlot, type Slot } from "./flow/slot.ts";
import { stringify } from "./rules/stringify.ts";
import { callTables } from "./rules/table-calls.ts";

const dictionaryClass = "prelude.dictionaries.Dictionary";

/** Objects with accessors have their names for good. */
function hasAccessors({ info }: ClassClone): boolean {
  return info.getters.size > 0 || info.setters.size > 0;
}

/** From now on instances are dictionaries. */
export function makeDictionary(flow: Flow, one: ClassClone): void {
  if (one.table || one.kind !== "literal" || hasAccessors(one)) return;
  const table = flow.classClone(dictionaryClass, withSite(emptyEnvironment, one.name));
  if (!table) return;
  table.instantiated = true;
  one.table = table;
  for (const node of one.users) flow.enqueue(node);
}

/** What an access does with a property. */
type Access = "get" | "set" | "has" | "in" | "delete";

/** How a name is given: by a text that is no index, any text, a number. */
type NameKind = "Name" | "Text" | "Number";

export function nameKinds(key: Slot): NameKind[] {
  const kinds: NameKind[] = [];
  if (key.has(bit.number)) kinds.push("Number");
  if (key.has(anyReference | anyBoolean | nullish) || key.objects.size > 0) kinds.push("Text");
  return kinds;
}

/** An access by a written-out name. */
export function accessNamed(
  flow: Flow,
  node: FlowNode,
  objects: Iterable<ClassClone>,
  access: "get" | "set",
  name: string,
  args: readonly Slot[],
  result?: Slot,
): void {
  callTables(flow, node, objects, namedMethod(access, name), [constantSlot(bit.string), ...args], result);
}

/** An access by a computed name. */
export function accessComputed(
  flow: Flow,
  node: FlowNode,
  objects: Iterable<ClassClone>,
  access: Access,
  key: Slot,
  args: readonly Slot[],
  result?: Slot,
): void {
  if (key.objects.size > 0) stringify(flow, node, key);
  for (const kind of nameKinds(key)) {
    const given = kind === "Number" ? key : constantSlot(bit.string);
    callTables(flow, node, objects, `##${access}${kind}`, [given, ...args], result);
  }
}

/** A new dictionary's fields have to be set up. */
export function constructTable(flow: Flow, node: FlowNode, one: ClassClone): void {
  const initialize = one.table && findConstructor(one.table);
  const target = initialize && flow.functionClone(initialize.function, initialize.owner.environment);
  if (!target) return;
  if (target.thisSlot && one.table) flow.join(target.thisSlot, 0, [one.table]);
  flow.passArguments(node, target, [], undefined);
  const inherits = one.table?.findField("##inherits");
  if (hasNullPrototype(one.info) && inherits) flow.join(inherits.slot, bit.false);
  // Printing lists the properties.
  listTables(flow, node, [one]);
  callTables(flow, node, [one], "##stateAt", [constantSlot(bit.number)]);
}

/** What goes through the properties of any of these objects asks all those that are dictionaries alike. */
export function listTables(flow: Flow, node: FlowNode, objects: readonly ClassClone[]): void {
  callTables(flow, node, objects, "##settle", []);
  callTables(flow, node, objects, "##nameAt", [constantSlot(bit.number)]);
  callTables(flow, node, objects, "##valueAt", [constantSlot(bit.number)]);
  callTables(flow, node, objects, "##isListedAt", [constantSlot(bit.number)]);
}

/** It is of a kind that has named properties. */
export function hasProperties({ kind }: ClassClone): boolean {
  return kind === "class" || kind === "literal" || kind === "closure";
}

/**
 * The fields of a struct that are its properties; those of the run-time's classes are not enumerable, and what a
 * function captures is none.
 */
export function propertiesOf(one: ClassClone): FieldState[] {
  const fields = new Map<string, FieldState>();
  const chain: ClassClone[] = [];
  if (!hasProperties(one)) return [];
  for (let owner: ClassClone | undefined = one; owner; owner = owner.parent) chain.unshift(owner);
  for (const owner of chain) {
    if (owner.info.name.startsWith("prelude.")) continue;
    for (const field of owner.fields.values())
      if (
        !isHiddenName(field.name) &&
        !(one.kind === "closure" && isCapture(field.name)) &&
        !fields.has(field.name)
      )
        fields.set(field.name, field);
  }
  return [...fields.values()];
}
