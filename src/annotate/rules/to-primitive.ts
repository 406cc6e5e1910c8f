/**
 * Objects where an operator needs a primitive value: their `valueOf` or `toString` is called, and what it returns takes
 * the operand's place in a slot of its own. The typed program has a `to_primitive` there.
 */
import { wellKnownSymbols } from "../../graph/frames.ts";
import type { Operation } from "../../graph/graph.ts";
import type { HighOpName } from "../../graph/ops.ts";
import type { ClassClone } from "../clones/class-clones.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import { Slot } from "../flow/slot.ts";
import { anyNumber } from "../numbers/number-set.ts";
import { wantText } from "./rule.ts";
import { convertersOf, hint as hintSlot, methodsOf, readTag, stringify } from "./stringify.ts";
import { callTables } from "./table-calls.ts";

export type Hint = "default" | "number";

/** Which operators convert operands, and what they ask for. */
const primitiveHints: Partial<Record<HighOpName, Hint>> = {
  add: "default",
  sub: "number",
  mul: "number",
  div: "number",
  mod: "number",
  pow: "number",
  neg: "number",
  to_number: "number",
  bit_and: "number",
  bit_or: "number",
  bit_xor: "number",
  bit_not: "number",
  shift_left: "number",
  shift_right: "number",
  shift_right_unsigned: "number",
  less: "number",
  less_equal: "number",
  greater: "number",
  greater_equal: "number",
};

/** Functions of the library that convert their first argument as operators do. */
const convertingFunctions: ReadonlySet<string> = new Set(["Number", "isNaN", "isFinite"]);

/** What an operation asks the objects among its operands for, if it takes only primitive values. */
export function hintOf({ op, attributes }: Operation): Hint | undefined {
  if (op === "call_builtin") return convertingFunctions.has(String(attributes.name)) ? "number" : undefined;
  return primitiveHints[op as HighOpName];
}

/** What is asked of an object, in this order, until something is no object. */
export const conversionMethods = ["valueOf", "toString"] as const;

/** Dates prefer a text where the operator does not ask for a number. */
const textFirst = ["toString", "valueOf"] as const;
export const dateClass = "node.date.Date";

interface Conversion {
  readonly result: Slot;
  /** What each method returns, objects included. */
  readonly returned: Map<string, Slot>;
}

const conversions = new WeakMap<FlowNode, Map<number, Conversion>>();

/** The slots of the operands that are converted, by their places. */
export function convertedOperands(node: FlowNode): ReadonlyMap<number, Slot> {
  const known = conversions.get(node);
  return new Map([...(known ?? [])].map(([place, one]) => [place, one.result]));
}

/** The operand at a place as a primitive value: its own slot where no object reaches it. */
export function primitiveOperand(flow: Flow, node: FlowNode, place: number): Slot {
  const operand = node.args[place]!;
  wantText(flow, node, place);
  if (operand.objects.size === 0) return operand;
  const { result, returned } = conversionOf(node, place);
  flow.join(result, operand.bits);
  const met = new Map<string, FunctionClone[]>();
  flow.shared.uniteArrays(operand.objects);
  for (const one of operand.objects) convertObject(flow, node, one, { result, returned, met });
  for (const targets of met.values()) flow.shared.uniteFunctions(targets);
  if (operand.has(bit.number)) flow.move(node, operand, result);
  return result;
}

function conversionOf(node: FlowNode, place: number): Conversion {
  let known = conversions.get(node);
  if (!known) conversions.set(node, (known = new Map()));
  let one = known.get(place);
  if (!one) {
    const result = new Slot();
    result.seed = anyNumber;
    one = { result, returned: new Map() };
    known.set(place, one);
  }
  return one;
}

interface Work extends Conversion {
  /** Functions that are called under one name share a signature. */
  readonly met: Map<string, FunctionClone[]>;
}

function convertObject(flow: Flow, node: FlowNode, one: ClassClone, work: Work): void {
  const converters = convertersOf(flow, node, one);
  if (converters.length > 0) {
    callConversions(flow, node, one, wellKnownSymbols.toPrimitive, converters, work);
    // Whether a dictionary has one is known when it is asked.
    if (!one.table) return;
  }
  const hint = node.operation && hintOf(node.operation);
  const prefersText = hint !== "number" && one.findAncestor(dateClass) !== undefined;
  for (const name of prefersText ? textFirst : conversionMethods) {
    const targets = methodsOf(flow, node, one, name);
    if (targets.length === 0) continue;
    if (!callConversions(flow, node, one, name, targets, work)) return;
  }
  readTag(flow, node, one);
  callTables(flow, node, [one], "##text", []);
  if (one.kind === "array") {
    one.element.addReader(node);
    stringify(flow, node, one.element);
  }
  flow.join(work.result, bit.string);
}

/** Calls what an object has under a name. Returns whether it may give an object: then the next name is asked. */
function callConversions(
  flow: Flow,
  node: FlowNode,
  one: ClassClone,
  name: string,
  targets: readonly FunctionClone[],
  work: Work,
): boolean {
  const returned = returnedBy(node, work, name);
  const args = name === wellKnownSymbols.toPrimitive ? [hintSlot] : [];
  for (const target of targets) {
    if (target.thisSlot) flow.join(target.thisSlot, 0, [one]);
    node.conversions.add(target);
    flow.passArguments(node, target, args, returned);
  }
  work.met.set(name, [...(work.met.get(name) ?? []), ...targets]);
  flow.join(work.result, returned.bits);
  if (returned.has(bit.number)) flow.move(node, returned, work.result);
  return returned.objects.size > 0;
}

function returnedBy(node: FlowNode, { returned }: Work, name: string): Slot {
  let slot = returned.get(name);
  if (!slot) {
    slot = new Slot();
    slot.addReader(node);
    returned.set(name, slot);
  }
  return slot;
}
