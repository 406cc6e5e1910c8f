/** Arithmetic and strings: which kinds come out. */

import { wantOnlyUse } from "./builtin-rules.ts";
import type { Flow } from "./flow.ts";
import type { FlowNode } from "./flow-node.ts";
import { bit, numberLike } from "./kinds.ts";
import { give, type Rule } from "./rule.ts";
import { stringify } from "./stringify.ts";
import { primitiveOperand } from "./to-primitive.ts";

const number: Rule = (flow, node) => {
  for (const place of node.args.keys()) if (primitiveOperand(flow, node, place).isEmpty) return false;
  return give(flow, node, bit.number);
};

function toPrimitive(flow: Flow, node: FlowNode): boolean {
  const result = primitiveOperand(flow, node, 0);
  if (node.result) flow.pass(result, node.result, node);
  return !result.isEmpty;
}

function add(flow: Flow, node: FlowNode): boolean {
  const left = primitiveOperand(flow, node, 0);
  const right = primitiveOperand(flow, node, 1);
  if (left.isEmpty || right.isEmpty) return false;
  let bits = 0;
  if (left.has(numberLike) && right.has(numberLike)) bits |= bit.number;
  if (left.has(bit.string) || right.has(bit.string)) bits |= bit.string;
  if (node.result) flow.join(node.result, bits);
  return bits !== 0;
}

function textOf(flow: Flow, node: FlowNode): boolean {
  wantOnlyUse(flow, node);
  for (const arg of node.args) stringify(flow, node, arg);
  return give(flow, node, bit.string);
}

export const arithmeticRules = {
  add,
  sub: number,
  mul: number,
  div: number,
  mod: number,
  pow: number,
  neg: number,
  to_number: number,
  bit_and: number,
  bit_or: number,
  bit_xor: number,
  bit_not: number,
  shift_left: number,
  shift_right: number,
  shift_right_unsigned: number,
  to_primitive: toPrimitive,
  to_string: textOf,
  concat: (flow, node) => give(flow, node, bit.string),
  typeof: (flow, node) => give(flow, node, bit.string),
} as const satisfies Record<string, Rule>;
