/** Object and array literals, closures, instances. */
import { propertyMember } from "../../graph/well-known.ts";
import { type ClassClone, findConstructor, findInherited } from "../clones/class-clones.ts";
import { accessNamed, constructTable } from "../dictionaries.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { constructedClone } from "./collections.ts";
import { argument, classNameOf, keysOf, type Rule } from "./rule.ts";

function newObject(flow: Flow, node: FlowNode): boolean {
  const made = flow.classClone(classNameOf(node), node.clone.environment);
  if (!made || !node.result) return false;
  made.instantiated = true;
  made.users.add(node);
  const fields = [...made.fields.values()];
  node.args.forEach((arg, i) => {
    const field = fields[i];
    if (field) flow.pass(arg, field.slot, node);
    if (made.table && field) accessNamed(flow, node, [made], "set", field.name, [arg]);
  });
  constructTable(flow, node, made);
  if (node.args.some((one) => one.isEmpty)) return false;
  flow.join(node.result, 0, [made]);
  return true;
}

function newArray(flow: Flow, node: FlowNode): boolean {
  const made = flow.classClone(classNameOf(node), node.clone.environment);
  if (!made || !node.result) return false;
  made.instantiated = true;
  made.minimalLength = Math.min(made.minimalLength, node.args.length);
  for (const arg of node.args) flow.pass(arg, made.element, node);
  if (node.args.some((one) => one.isEmpty)) return false;
  flow.join(node.result, 0, [made]);
  return true;
}

function newArrayLength(flow: Flow, node: FlowNode): boolean {
  const made = flow.classClone(classNameOf(node), node.clone.environment);
  if (!made || !node.result || argument(node, 0).isEmpty) return false;
  made.instantiated = true;
  if (!isFilledAtOnce(node)) made.holes = true;
  flow.join(node.result, 0, [made]);
  return true;
}

/** `new Array(n).fill(x)`, of which nobody sees the holes. */
function isFilledAtOnce(node: FlowNode): boolean {
  const length = node.operation?.args[0];
  if (length?.kind === "int" && length.value === 0) return true;
  const { operations, exit } = node.state.block;
  const onNormalExit = exit.kind === "except" ? exit.normal.target.operations[0] : undefined;
  const next = operations[node.index + 1] ?? onNormalExit;
  return (
    next?.op === "call_method" &&
    next.attributes.name === "fill" &&
    next.args.length === 2 &&
    next.args[0] === node.operation?.result
  );
}

function closure(flow: Flow, node: FlowNode): boolean {
  const made = flow.closureClass(classNameOf(node), node.clone.environment);
  if (!made || !node.result) return false;
  node.args.forEach((arg, i) => {
    const captured = made.addField(String(i), node.operation?.span);
    flow.pass(arg, captured.slot, node);
    const param = made.code?.params[i];
    if (param && i < (made.code?.graph.captures ?? 0)) flow.pass(arg, param, node);
  });
  if (node.args.some((one) => one.isEmpty)) return false;
  flow.join(node.result, 0, [made]);
  return true;
}

function construct(flow: Flow, node: FlowNode): boolean {
  const made = constructedClone(flow, node, classNameOf(node), keysOf(node));
  if (!made || node.args.some((one) => one.isEmpty)) return false;
  made.instantiated = true;
  const initialize = findConstructor(made);
  const target = initialize && flow.functionClone(initialize.function, initialize.owner.environment);
  if (target) {
    if (target.thisSlot) flow.join(target.thisSlot, 0, [made]);
    if (!flow.call(node, target, node.args, undefined)) return false;
  }
  reachContents(flow, node, made);
  if (node.result) flow.join(node.result, 0, [made]);
  return true;
}

/** Printing asks a collection for what it holds, lists ask a property how it is. */
function reachContents(flow: Flow, node: FlowNode, made: ClassClone): void {
  for (const name of Object.values(propertyMember)) reachMember(flow, node, made, name);
}

function reachMember(flow: Flow, node: FlowNode, made: ClassClone, name: string): void {
  const member = findInherited(made, name);
  const target =
    member?.kind === "method" ? flow.functionClone(member.function, member.owner.environment) : undefined;
  if (!target) return;
  if (target.thisSlot) flow.join(target.thisSlot, 0, [made]);
  flow.passArguments(node, target, [], undefined);
}

export const creationRules = {
  new_object: newObject,
  new_array: newArray,
  new_array_length: newArrayLength,
  closure,
  new: construct,
} as const satisfies Record<string, Rule>;
