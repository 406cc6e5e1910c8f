/** Calls of known functions, function values, methods and the library. */

import { wellKnownSymbols } from "../../graph/frames.ts";
import { receiverKind } from "../../graph/library-members.ts";
import { isBound } from "../../graph/program.ts";
import { isClonedAtCall, siteEnvironment } from "../clones/call-sites.ts";
import {
  type ClassClone,
  findInherited,
  hiddenMethod,
  type InheritedMember,
} from "../clones/class-clones.ts";
import { resolveKey } from "../clones/environment.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import { accessNamed } from "../dictionaries.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit, primitiveKinds } from "../flow/kinds.ts";
import { constantSlot, Slot } from "../flow/slot.ts";
import { builtinMethod, callBuiltin } from "./builtin-rules.ts";
import { superMember } from "./member-rules.ts";
import { argument, keysOf, nameOf, type Rule } from "./rule.ts";
import { callUnknown } from "./spread-arguments.ts";
import { methodOf } from "./table-calls.ts";

/** Operands are the parameters from the first on, `this` included. */
function call(flow: Flow, node: FlowNode): boolean {
  const target = knownTarget(flow, node);
  if (!target || node.args.some((one) => one.isEmpty)) return false;
  const self = target.thisSlot;
  if (!self || target.graph.captures > 0) return flow.call(node, target, node.args, node.result);
  const first = node.args[0];
  if (first) flow.pass(first, self, node);
  return flow.call(node, target, node.args.slice(1), node.result);
}

/** The clone that a `call` of a known function means. */
export function knownTarget(flow: Flow, node: FlowNode): FunctionClone | undefined {
  const name = String(node.operation?.attributes.function);
  if (isClonedAtCall(name)) return flow.functionCloneIn(name, siteEnvironment(node, name));
  const owner = constructedClass(flow, node, name);
  return flow.functionClone(name, owner?.environment ?? node.clone.environment, keysOf(node));
}

/** For `super(…)`: the clone of the parent class of which this constructor makes instances. */
function constructedClass(flow: Flow, node: FlowNode, name: string): ClassClone | undefined {
  if (!name.endsWith(".constructor")) return undefined;
  const className = name.slice(0, -".constructor".length);
  if (!flow.source.classes.has(className)) return undefined;
  for (const one of node.args[0]?.objects ?? []) {
    const ancestor = one.findAncestor(className);
    if (ancestor) return ancestor;
  }
  return undefined;
}

const undefinedSlot = constantSlot(bit.undefined);

/** Calls every closure in `callee`; with `new` the classes. Returns whether some call comes back. */
function callClosures(
  flow: Flow,
  node: FlowNode,
  callee: Slot,
  self: { readonly bits: number; readonly objects: Iterable<ClassClone> },
  args: readonly Slot[],
  constructs = false,
  bound: readonly ClassClone[] = [],
): boolean {
  const called: FunctionClone[] = [];
  let completes = false;
  for (const one of callee.objects) {
    if (isBound(one.info) && !constructs && !bound.includes(one))
      completes = callBound(flow, node, one, args, [...bound, one]) || completes;
    const code = one.kind === "closure" ? one.code : undefined;
    if (!code || constructs !== (one.info.constructs !== undefined)) continue;
    if (code.thisSlot && self instanceof Slot) flow.pass(self, code.thisSlot, node);
    else if (code.thisSlot) flow.join(code.thisSlot, self.bits, self.objects);
    if (bound.length > 0) called.push(code);
    completes = callUnknown(flow, node, code, args, node.result, bound.length > 0) || completes;
  }
  // What bound functions call gets other arguments than what the operation itself calls.
  flow.shared.uniteFunctions(called);
  return completes;
}

/** A bound function calls its target with the `this` and the arguments that it keeps, those of the call behind them. */
function callBound(
  flow: Flow,
  node: FlowNode,
  one: ClassClone,
  args: readonly Slot[],
  bound: readonly ClassClone[],
): boolean {
  const [target, self, ...kept] = [...one.fields.values()].map(({ slot }) => slot);
  if (!target || !self || self.isEmpty || kept.some((each) => each.isEmpty)) return false;
  target.addReader(node);
  return callClosures(flow, node, target, self, [...kept, ...args], false, bound);
}

function callValue(flow: Flow, node: FlowNode): boolean {
  if (node.args.some((one) => one.isEmpty)) return false;
  const hasSelf = node.operation?.attributes.self === true;
  const self = hasSelf ? argument(node, 1) : undefinedSlot;
  const completes = callClosures(flow, node, argument(node, 0), self, node.args.slice(hasSelf ? 2 : 1));
  if (node.targets.size > 1) flow.shared.uniteFunctions(node.targets);
  return completes;
}

function newValue(flow: Flow, node: FlowNode): boolean {
  if (node.args.some((one) => one.isEmpty)) return false;
  const completes = callClosures(flow, node, argument(node, 0), undefinedSlot, node.args.slice(1), true);
  if (node.targets.size > 1) flow.shared.uniteFunctions(node.targets);
  return completes;
}

function callMethod(flow: Flow, node: FlowNode): boolean {
  const receiver = argument(node, 0);
  const name = nameOf(node);
  const args = node.args.slice(1);
  if (receiver.isEmpty || args.some((one) => one.isEmpty)) return false;
  let completes = false;
  const fields: Slot[] = [];
  for (const one of receiver.objects) {
    one.users.add(node);
    completes = callDictionaryValue(flow, node, one, args) || completes;
    const field = one.findField(name);
    if (field) fields.push(field.slot);
    if (field || one.kind !== "array") completes = callMemberNamed(flow, node, one, name, args) || completes;
  }
  flow.shared.uniteSlots(fields);
  flow.shared.uniteFunctions([...node.targets].filter((one) => !isLibraryMethod(one)));
  if (node.conversions.size > 1) flow.shared.uniteFunctions(gettersOf(flow, receiver, name));
  const arrays = [...receiver.objects].filter((one) => one.kind === "array");
  if (arrays.length > 0) {
    flow.shared.uniteArrays(arrays);
    completes = callArrayMethod(flow, node, arrays, name, args) || completes;
  }
  for (const [kind, bits] of primitiveKinds) {
    if (receiver.has(bits)) completes = callPrimitive(flow, node, kind, bits, args) || completes;
  }
  return completes;
}

/** The accessors that give what is called: one of them is called first, whichever it is. */
function gettersOf(flow: Flow, receiver: Slot, name: string): FunctionClone[] {
  const found: FunctionClone[] = [];
  for (const one of receiver.objects) {
    const member = findInherited(one, name);
    if (member?.kind !== "accessor" || member.getter === undefined) continue;
    const getter = flow.functionClone(member.getter, member.owner.environment);
    if (getter) found.push(getter);
  }
  return found;
}

/** Calls what a member of one class holds. Returns whether some call comes back. */
export function callMemberNamed(
  flow: Flow,
  node: FlowNode,
  one: ClassClone,
  name: string,
  args: readonly Slot[],
): boolean {
  const field = one.findField(name);
  if (!field) return callInherited(flow, node, one, name, args);
  field.slot.addReader(node);
  const completes = callClosures(flow, node, field.slot, { bits: 0, objects: [one] }, args);
  return (hiddenMethod(one, field) && callInherited(flow, node, one, name, args)) || completes;
}

/** The function that a dictionary has under a name, or the library's methods of all objects. */
function callDictionaryValue(flow: Flow, node: FlowNode, one: ClassClone, args: readonly Slot[]): boolean {
  if (!one.table) return false;
  accessNamed(flow, node, [one], "get", "", []);
  const found = methodOf(flow, one, "##getName");
  if (!found) return false;
  found.result.addReader(node);
  return callClosures(flow, node, found.result, { bits: 0, objects: [one] }, args);
}

/** A method of arrays, strings or numbers that the prelude has as a function. */
export function isLibraryMethod(one: FunctionClone): boolean {
  return /^prelude\.(arrays|strings|numbers|booleans)\./.test(one.graph.name);
}

function callInherited(
  flow: Flow,
  node: FlowNode,
  one: ClassClone,
  name: string,
  args: readonly Slot[],
): boolean {
  const member = findInherited(one, name);
  if (member?.kind === "method") {
    const target = methodClone(flow, node, member);
    if (!target) return false;
    if (target.thisSlot) flow.join(target.thisSlot, 0, [one]);
    return callUnknown(flow, node, target, args, node.result);
  }
  if (member?.kind === "accessor" && member.getter !== undefined) {
    const getter = flow.functionClone(member.getter, member.owner.environment);
    if (!getter) return false;
    // Not among the targets: those share parameters and result with each other, and the getter is called before them.
    node.conversions.add(getter);
    if (getter.thisSlot) flow.join(getter.thisSlot, 0, [one]);
    const returned = flow.passArguments(node, getter, [], undefined);
    getter.result.addReader(node);
    return returned && callClosures(flow, node, getter.result, { bits: 0, objects: [one] }, args);
  }
  const kind = one.table ? undefined : receiverKind(one.info);
  const target = kind === undefined ? undefined : flow.calledLibraryMethod(kind, name);
  if (!target) return false;
  if (target.thisSlot) flow.join(target.thisSlot, 0, [one]);
  return callUnknown(flow, node, target, args, node.result);
}

/** The clone of a method for the keys that a call gives; its class has it under the name with the keys. */
function methodClone(
  flow: Flow,
  node: FlowNode,
  member: InheritedMember & { kind: "method" },
): FunctionClone | undefined {
  if (isClonedAtCall(member.function)) {
    const made = flow.functionCloneIn(member.function, siteEnvironment(node, member.function));
    if (made) member.owner.genericMethods.set(nameAtCall(node, made), made);
    return made;
  }
  const keys = keysOf(node)?.map((key) => resolveKey(node.clone.environment, key));
  const target = flow.functionClone(member.function, member.owner.environment, keys);
  const name = genericName(node);
  if (target && name !== undefined) member.owner.genericMethods.set(name, target);
  return target;
}

function nameAtCall(node: FlowNode, target: FunctionClone): string {
  return `${nameOf(node)}<${target.environment.site}>`;
}

/** The name of a generic method with the keys of a call, if the call has any; of one that each call has a clone of. */
export function genericName(node: FlowNode): string | undefined {
  for (const one of node.targets) if (isClonedAtCall(one.graph.name)) return nameAtCall(node, one);
  const keys = keysOf(node)?.map((key) => resolveKey(node.clone.environment, key));
  return keys && keys.length > 0 ? `${nameOf(node)}<${keys.join("+")}>` : undefined;
}

function isSpread(node: FlowNode): boolean {
  return node.operation?.attributes.spread === true;
}

function callArrayMethod(
  flow: Flow,
  node: FlowNode,
  arrays: readonly ClassClone[],
  name: string,
  args: readonly Slot[],
): boolean {
  const builtin = isSpread(node) ? undefined : builtinMethod("array", name);
  if (builtin) return callBuiltin(flow, node, builtin, arrays, args);
  return callPrelude(flow, node, `prelude.arrays.${name}`, { bits: 0, objects: arrays }, args);
}

function callPrimitive(
  flow: Flow,
  node: FlowNode,
  kind: string,
  bits: number,
  args: readonly Slot[],
): boolean {
  const name = nameOf(node);
  const builtin = isSpread(node) ? undefined : builtinMethod(kind, name);
  if (builtin) return callBuiltin(flow, node, builtin, [], args);
  return callPrelude(flow, node, `prelude.${kind}s.${name}`, { bits, objects: [] }, args);
}

/** Library methods in restricted TypeScript take the receiver first and are cloned for each call site. */
function callPrelude(
  flow: Flow,
  node: FlowNode,
  name: string,
  receiver: { readonly bits: number; readonly objects: Iterable<ClassClone> },
  args: readonly Slot[],
): boolean {
  const target = preludeTarget(flow, node, name);
  const first = target?.params[target.firstParameter];
  if (!target || !first) return false;
  flow.join(first, receiver.bits, receiver.objects);
  if (receiver.bits & bit.number) flow.move(node, argument(node, 0), first);
  return flow.call(node, target, [first, ...args], node.result);
}

/** No function can be called `with`. */
export function preludeName(method: string): string {
  if (method.endsWith(wellKnownSymbols.iterator))
    return method.replace(wellKnownSymbols.iterator, "symbolIterator");
  return method.endsWith(".with") ? `${method}_` : method;
}

/** What tells an argument that is undefined from a missing one: a function of its own takes both arguments. */
const withBothArguments = /^prelude\.arrays\.(reduce|reduceRight|lastIndexOf)$/;

/** The library's function for a method; one that gets its last arguments in an array where they are spread. */
export function preludeTarget(flow: Flow, node: FlowNode, method: string): FunctionClone | undefined {
  const givesBoth = node.args.length > 2 && withBothArguments.test(method);
  const name = isSpread(node) ? `${method}All` : givesBoth ? `${method}From` : preludeName(method);
  if (!flow.source.functions.has(name)) return undefined;
  return flow.functionCloneIn(name, siteEnvironment(node, name));
}

function callSuper(flow: Flow, node: FlowNode): boolean {
  const member = superMember(flow, node);
  if (member?.kind !== "method" || node.args.some((one) => one.isEmpty)) return false;
  const target = methodClone(flow, node, member);
  if (!target) return false;
  if (target.thisSlot) flow.copy(argument(node, 0), target.thisSlot, node);
  return callUnknown(flow, node, target, node.args.slice(1), node.result);
}

export const callRules = {
  call,
  call_value: callValue,
  new_value: newValue,
  call_method: callMethod,
  call_super: callSuper,
} as const satisfies Record<string, Rule>;
