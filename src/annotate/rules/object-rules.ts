/** What concerns all properties of an object: computed names, copies, lists of names, `delete`, `in`. */

import type { ClassClone } from "../clones/class-clones.ts";
import { accessComputed, accessNamed, listTables, makeDictionary, propertiesOf } from "../dictionaries.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { anyBoolean, bit } from "../flow/kinds.ts";
import { constantSlot, type Slot } from "../flow/slot.ts";
import { range } from "../numbers/number-set.ts";
import { callBuiltin, resultNumber } from "./builtin-rules.ts";
import { structsOf } from "./computed-names.ts";
import { copyShown, shownSlots } from "./listed-values.ts";
import { addedField, callGetter, callSetter } from "./member-access.ts";
import { argument, give, nameOf, type Rule } from "./rule.ts";
import { callTables } from "./table-calls.ts";

function hasProperty(flow: Flow, node: FlowNode): boolean {
  const [key, object] = [argument(node, 0), argument(node, 1)];
  if (key.isEmpty) return false;
  flow.want(key);
  const structs = structsOf(object, node);
  // Whether a number is a name is asked by its text.
  callTables(flow, node, structs, "##inText", [constantSlot(bit.string)]);
  return give(flow, node, anyBoolean);
}

function deleteProperty(flow: Flow, node: FlowNode): boolean {
  const [object, key] = [argument(node, 0), argument(node, 1)];
  if (key.isEmpty) return false;
  const structs = structsOf(object, node);
  for (const one of structs) makeDictionary(flow, one);
  accessComputed(flow, node, structs, "delete", key, []);
  return give(flow, node, anyBoolean);
}

/** All own properties of the second object become properties of the first, but for those excluded by name. */
function copyProperties(flow: Flow, node: FlowNode): boolean {
  const [target, source] = [argument(node, 0), argument(node, 1)];
  if (target.isEmpty || source.isEmpty) return false;
  const excluded = new Set((node.operation?.attributes.excluded ?? []) as readonly string[]);
  const into = structsOf(target, node);
  if (node.operation?.attributes.initial === true) for (const one of into) one.copies.add(node);
  const from = structsOf(source, node);
  const listed = from.some((one) => one.table) || [...source.objects].some((one) => one.kind === "array");
  if (listed || source.has(bit.string)) for (const one of into) makeDictionary(flow, one);
  listTables(flow, node, from);
  for (const one of from) {
    if (one.table) copyTable(flow, node, one, into);
    for (const field of propertiesOf(one)) {
      if (!excluded.has(field.name)) copyProperty(flow, node, into, field.name, field.slot);
    }
    if (one.kind === "literal") {
      for (const name of one.info.getters.keys()) {
        const value = callGetter(flow, node, one, name, undefined);
        if (value && !excluded.has(name)) copyProperty(flow, node, into, name, value);
      }
    }
  }
  for (const one of source.objects)
    if (one.kind === "array") accessComputed(flow, node, into, "set", indexSlot(), [one.element]);
  if (source.has(bit.string))
    accessComputed(flow, node, into, "set", indexSlot(), [constantSlot(bit.string)]);
  return true;
}

function numberWithin(least: number, most: number): Slot {
  const slot = constantSlot(bit.number);
  slot.numbers = range(least, most);
  return slot;
}

/** Some index of an array. */
function indexSlot(): Slot {
  return numberWithin(0, 2 ** 32);
}

/** What an object refuses, in the order of `extensible`, `sealed` and `frozen` (runtime/prelude/dictionaries.ts). */
function integritySlot(): Slot {
  return numberWithin(0, 3);
}

/** What a dictionary holds, to be set one by one. */
function copyTable(flow: Flow, node: FlowNode, from: ClassClone, into: readonly ClassClone[]): void {
  from.table?.findField("##values")?.slot.addReader(node);
  const values = tableValues(from);
  if (!values) return;
  values.addReader(node);
  for (const one of into) {
    if (one.table) continue;
    for (const field of propertiesOf(one)) flow.pass(values, field.slot, node);
  }
  accessComputed(flow, node, into, "set", constantSlot(bit.string), [values]);
  for (const shown of shownSlots(flow, values, node)) {
    for (const one of into)
      if (!one.table) for (const field of propertiesOf(one)) flow.pass(shown, field.slot, node);
    accessComputed(flow, node, into, "set", constantSlot(bit.string), [shown]);
  }
}

/** The values of a dictionary. */
export function tableValues(one: ClassClone): Slot | undefined {
  const list = one.table?.findField("##values")?.slot;
  for (const array of list?.objects ?? []) return array.element;
  return undefined;
}

function copyProperty(
  flow: Flow,
  node: FlowNode,
  into: readonly ClassClone[],
  name: string,
  value: Slot,
): void {
  for (const one of into) {
    const field = one.findField(name) ?? addedField(flow, one, node, name);
    if (field) {
      flow.copy(value, field.slot, node);
      copyShown(flow, value, field.slot, node);
    } else callSetter(flow, node, one, name, value);
  }
  accessNamed(flow, node, into, "set", name, [value]);
  for (const shown of shownSlots(flow, value, node)) accessNamed(flow, node, into, "set", name, [shown]);
}

/** The fresh array that a library function gives. */
function freshArray(flow: Flow, node: FlowNode, what: string): ClassClone {
  const made = flow.libraryArray(`${node.clone.name}.${what}${resultNumber(node)}`);
  made.resized = true;
  return made;
}

/** \`Object.keys\` and its like: the names of properties, of arrays and strings the indices. */
function namesBy(method: string): Rule {
  return (flow, node) => listNames(flow, node, method);
}

const names = namesBy("##listNames");

function listNames(flow: Flow, node: FlowNode, method: string): boolean {
  const object = argument(node, 0);
  if (object.isEmpty) return false;
  const structs = structsOf(object, node);
  const made = freshArray(flow, node, "names");
  flow.join(made.element, bit.string);
  if (!node.result) return true;
  flow.join(node.result, 0, [made]);
  callTables(flow, node, structs, method, [], node.result);
  flow.shared.uniteArrays(node.result.objects);
  return true;
}

/** The values of properties, of arrays the elements, of strings the characters. */
function valuesInto(flow: Flow, node: FlowNode, object: Slot, element: Slot): ClassClone[] {
  const structs = structsOf(object, node);
  for (const one of structs) {
    for (const field of propertiesOf(one)) {
      flow.copy(field.slot, element, node);
      copyShown(flow, field.slot, element, node);
    }
    if (one.kind === "literal")
      for (const name of one.info.getters.keys()) callGetter(flow, node, one, name, element);
  }
  for (const one of object.objects) if (one.kind === "array") flow.copy(one.element, element, node);
  if (object.has(bit.string)) flow.join(element, bit.string);
  return structs;
}

const values: Rule = (flow, node) => {
  const object = argument(node, 0);
  if (object.isEmpty || !node.result) return !object.isEmpty;
  const made = freshArray(flow, node, "values");
  const structs = valuesInto(flow, node, object, made.element);
  flow.join(node.result, 0, [made]);
  callTables(flow, node, structs, "##listValues", [], node.result);
  flow.shared.uniteArrays(node.result.objects);
  return true;
};

const entries: Rule = (flow, node) => {
  const object = argument(node, 0);
  if (object.isEmpty || !node.result) return !object.isEmpty;
  const made = freshArray(flow, node, "entries");
  const pair = freshArray(flow, node, "entry");
  flow.join(made.element, 0, [pair]);
  flow.join(pair.element, bit.string);
  const structs = valuesInto(flow, node, object, pair.element);
  flow.join(node.result, 0, [made]);
  callTables(flow, node, structs, "##listEntries", [], node.result);
  flow.shared.uniteArrays(node.result.objects);
  flow.shared.uniteArrays([...node.result.objects].flatMap((one) => [...one.element.objects]));
  for (const one of node.result.objects) one.element.addReader(node);
  return true;
};

const hasOwn: Rule = (flow, node) => {
  const [object, key] = [argument(node, 0), argument(node, 1)];
  if (object.isEmpty || key.isEmpty) return false;
  accessComputed(flow, node, structsOf(object, node), "has", key, []);
  return give(flow, node, anyBoolean);
};

/** The object itself, which from then on throws where it is written. */
const restrict: Rule = (flow, node) => {
  const object = argument(node, 0);
  if (object.isEmpty) return false;
  for (const one of structsOf(object, node)) {
    if (!one.table) one.addField("##level", undefined);
    const integrity = one.findField("##level");
    if (integrity) {
      integrity.maybeUnwritten = true;
      integrity.slot.seed = range(0, 3);
      flow.join(integrity.slot, bit.undefined | bit.number);
    }
  }
  for (const one of object.objects) {
    if (one.kind !== "array" || one.frozen !== undefined) continue;
    one.frozen = node.operation?.span ?? true;
    for (const user of one.users) flow.enqueue(user);
  }
  callTables(flow, node, object.objects, "##restrict", [integritySlot()]);
  if (node.result) flow.copy(object, node.result, node);
  return true;
};

/** False until some code may freeze one of the arrays. */
const mayBeFrozen: Rule = (flow, node) => {
  const object = argument(node, 0);
  if (object.isEmpty) return false;
  for (const one of object.objects) one.users.add(node);
  const some = [...object.objects].some((one) => one.frozen !== undefined);
  return give(flow, node, some ? anyBoolean : bit.false);
};

const isRestricted: Rule = (flow, node) => {
  const object = argument(node, 0);
  if (object.isEmpty) return false;
  callTables(flow, node, structsOf(object, node), "##isRestricted", [integritySlot()]);
  return give(flow, node, anyBoolean);
};

/** JSON.parse makes dictionaries whose names are known by their texts alone. */
const adopt: Rule = (flow, node) => {
  const [object, ...given] = [0, 1, 2, 3].map((i) => argument(node, i)) as [Slot, Slot, Slot, Slot];
  if (object.isEmpty || given.some((one) => one.isEmpty)) return false;
  const structs = structsOf(object, node);
  for (const one of structs) makeDictionary(flow, one);
  callTables(flow, node, structs, "##adopt", given);
  return true;
};

/** Library functions over objects; all others follow from the table. */
const objectBuiltins: Readonly<Record<string, Rule>> = {
  "Object.keys": names,
  "Object.getOwnPropertyNames": namesBy("##ownNames"),
  "Object.forIn": names,
  "Object.values": values,
  "Object.entries": entries,
  "Object.hasOwn": hasOwn,
  "Object.freeze": restrict,
  "Object.seal": restrict,
  "Object.preventExtensions": restrict,
  "Object.mayBeFrozenArray": mayBeFrozen,
  "Object.isFrozen": isRestricted,
  "Object.isSealed": isRestricted,
  "Object.isExtensible": isRestricted,
  "memory.adoptProperties": adopt,
};

function builtin(flow: Flow, node: FlowNode): boolean {
  const name = nameOf(node);
  const rule = objectBuiltins[name];
  return rule ? rule(flow, node) : callBuiltin(flow, node, name, [], node.args);
}

export const objectRules = {
  has_property: hasProperty,
  delete_property: deleteProperty,
  copy_properties: copyProperties,
  call_builtin: builtin,
} as const satisfies Record<string, Rule>;
