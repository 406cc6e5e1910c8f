/** Properties, fields of classes, super, module variables. */

import { receiverKind } from "../../graph/library-members.ts";
import { findInherited, hiddenMethod, type InheritedMember } from "../clones/class-clones.ts";
import { accessNamed } from "../dictionaries.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit, nullish, primitiveKinds } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { shrink } from "./builtin-rules.ts";
import { addedField, callMember } from "./member-access.ts";
import { argument, classNameOf, givesKnown, nameOf, type Rule } from "./rule.ts";

function getProperty(flow: Flow, node: FlowNode): boolean {
  if (givesKnown(flow, node)) return !node.result!.isEmpty;
  const receiver = argument(node, 0);
  if (!node.result) return !receiver.isEmpty;
  if (node.operation?.attributes.check === true) {
    if (receiver.has(~nullish) || receiver.objects.size > 0) flow.join(node.result, bit.undefined);
    return !node.result.isEmpty;
  }
  readMember(flow, node, receiver, nameOf(node), node.result);
  return !node.result.isEmpty;
}

/** What a property of whatever is in `receiver` can be goes to `result`. */
export function readMember(flow: Flow, node: FlowNode, receiver: Slot, name: string, result: Slot): void {
  for (const [kind, bits] of primitiveKinds) {
    if (!receiver.has(bits)) continue;
    if (kind === "string" && name === "length") flow.join(result, bit.number);
    else if (kind === "symbol" && name === "description") flow.join(result, bit.string | bit.undefined);
    else readLibraryMethod(flow, node, kind, name, result);
  }
  const met: Slot[] = [];
  for (const one of receiver.objects) {
    one.users.add(node);
    const field = one.findField(name);
    if (field) {
      met.push(field.slot);
      flow.load(field.slot, result, node);
      const hidden = hiddenMethod(one, field);
      if (hidden) readMethod(flow, hidden, result);
      continue;
    }
    const member = findInherited(one, name);
    if (member?.kind === "accessor" && member.getter !== undefined) {
      callMember(flow, node, one, member.owner, member.getter, [], result);
    } else if (one.kind === "array" && name === "length") {
      flow.join(result, bit.number);
    } else if (member?.kind === "method") {
      readMethod(flow, member, result);
    } else if (one.kind === "closure" && isFunctionProperty(name)) {
      flow.join(result, name === "name" ? bit.string : bit.number);
    } else {
      readLibraryMethod(flow, node, receiverKind(one.info), name, result);
    }
  }
  accessNamed(flow, node, receiver.objects, "get", name, [], result);
  if (met.length > 1) flow.shared.uniteSlots(met);
  flow.shared.uniteArrays(receiver.objects);
  uniteAccessors(flow, node);
}

function setProperty(flow: Flow, node: FlowNode): boolean {
  const receiver = argument(node, 0);
  const value = argument(node, 1);
  const name = nameOf(node);
  const met: Slot[] = [];
  for (const one of receiver.objects) {
    one.users.add(node);
    if (node.operation?.attributes.initial === true) one.given.add(name);
    const field = one.findField(name) ?? addedField(flow, one, node, name);
    if (field) {
      met.push(field.slot);
      flow.pass(value, field.slot, node);
      continue;
    }
    const member = findInherited(one, name);
    if (member?.kind === "accessor" && member.setter !== undefined) {
      callMember(flow, node, one, member.owner, member.setter, [value], undefined);
    } else if (member?.kind === "accessor") member.owner.readOnly.add(name);
    if (one.kind === "array" && name === "length") {
      one.holes = true;
      shrink(flow, [one]);
    }
  }
  accessNamed(flow, node, receiver.objects, "set", name, [value]);
  if (met.length > 1) flow.shared.uniteSlots(met);
  flow.shared.uniteArrays(receiver.objects);
  uniteAccessors(flow, node);
  return receiver.objects.size > 0 && !value.isEmpty;
}

/** Getters or setters that one access may call share their signature. */
function uniteAccessors(flow: Flow, node: FlowNode): void {
  if (node.targets.size > 1) flow.shared.uniteFunctions(node.targets);
}

function defineField(flow: Flow, node: FlowNode): boolean {
  const self = argument(node, 0);
  const value = argument(node, 1);
  for (const one of self.objects) {
    const owner = one.findAncestor(classNameOf(node)) ?? one;
    const defined = owner.addField(nameOf(node), node.operation?.span);
    // A class that declares the field again has it from here on: code that runs before its own definition reads this.
    for (const field of new Set([defined, one.findField(nameOf(node)) ?? defined])) {
      // A field without initialiser is first undefined; if nothing can read it then, that is no value of the field.
      if (isBareUndefined(node) && !field.maybeUnwritten) continue;
      flow.pass(value, field.slot, node);
    }
  }
  return self.objects.size > 0 && !value.isEmpty;
}

/** `define_field` of the constant undefined, as for `x: number;`. */
export function isBareUndefined(node: FlowNode): boolean {
  return node.operation?.op === "define_field" && node.operation.args[1]?.kind === "undefined";
}

/** What `super.name` means in the code of a class. */
export function superMember(flow: Flow, node: FlowNode): InheritedMember | undefined {
  const own = flow.classClone(classNameOf(node), node.clone.environment);
  return own?.parent ? findInherited(own.parent, nameOf(node)) : undefined;
}

/** What every function has of its own. */
export function isFunctionProperty(name: string): boolean {
  return name === "name" || name === "length";
}

/** A method that is not called is a function that forgets whose method it was. */
function readMethod(flow: Flow, member: InheritedMember & { kind: "method" }, result: Slot): void {
  const value = flow.methodValue(member.function, member.owner.environment);
  if (value) flow.join(result, 0, [value]);
}

/** What the library gives all values of a kind. Else undefined: that nothing at all has it is an error, told later. */
function readLibraryMethod(
  flow: Flow,
  node: FlowNode,
  kind: string | undefined,
  name: string,
  result: Slot,
): void {
  const isInherited = kind !== undefined && node.operation?.attributes.own !== true;
  const value = isInherited ? flow.libraryMethodValue(kind, name) : undefined;
  if (value) flow.join(result, 0, [value]);
  else flow.join(result, bit.undefined);
}

function getSuper(flow: Flow, node: FlowNode): boolean {
  const member = superMember(flow, node);
  if (member?.kind === "method" && node.result) readMethod(flow, member, node.result);
  else if (!member && node.result) flow.join(node.result, bit.undefined);
  if (member?.kind !== "accessor") return node.result?.isEmpty === false;
  if (member.getter === undefined) return false;
  return callMember(flow, node, argument(node, 0), member.owner, member.getter, [], node.result);
}

function setSuper(flow: Flow, node: FlowNode): boolean {
  const member = superMember(flow, node);
  if (member?.kind !== "accessor" || member.setter === undefined) return false;
  return callMember(
    flow,
    node,
    argument(node, 0),
    member.owner,
    member.setter,
    [argument(node, 1)],
    undefined,
  );
}

function getGlobal(flow: Flow, node: FlowNode): boolean {
  if (givesKnown(flow, node)) return !node.result!.isEmpty;
  const global = flow.globals.get(nameOf(node));
  if (!global || !node.result) return false;
  flow.load(global, node.result, node);
  return !node.result.isEmpty;
}

function setGlobal(flow: Flow, node: FlowNode): boolean {
  const global = flow.globals.get(nameOf(node));
  const value = argument(node, 0);
  if (!global) return false;
  flow.pass(value, global, node);
  return !value.isEmpty;
}

export const memberRules = {
  get_property: getProperty,
  set_property: setProperty,
  define_field: defineField,
  get_super: getSuper,
  set_super: setSuper,
  get_global: getGlobal,
  set_global: setGlobal,
  check_global: () => true,
} as const satisfies Record<string, Rule>;
