/** Arithmetic and strings: which kinds come out. */

import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit, convertible, numberLike } from "../flow/kinds.ts";
import { wantOnlyUse } from "./builtin-rules.ts";
import { give, type Rule, wantText } from "./rule.ts";
import { stringify } from "./stringify.ts";
import { primitiveOperand } from "./to-primitive.ts";

/** Numbers from what converts to them, and BigInts from BigInts; the two do not mix. */
function numeric(ofBigInts: boolean): Rule {
  return (flow, node) => {
    const operands = [...node.args.keys()].map((place) => primitiveOperand(flow, node, place));
    let bits = 0;
    if (operands.every((one) => one.has(convertible))) bits |= bit.number;
    const steps = node.operation?.attributes.step === true;
    const bigints = steps ? operands.slice(0, 1) : operands;
    if (ofBigInts && bigints.every((one) => one.has(bit.bigint))) bits |= bit.bigint;
    if (node.result) flow.join(node.result, bits);
    return bits !== 0;
  };
}

const number = numeric(true);

/** Of the operand of `++` and `--` a BigInt is left as it is. */
const toNumeric: Rule = (flow, node) => numeric(node.operation?.attributes.step === true)(flow, node);

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
  const others = convertible | bit.bigint;
  if (left.has(numberLike) && right.has(numberLike)) bits |= bit.number;
  if (left.has(bit.bigint) && (right.has(bit.bigint) || node.operation?.attributes.step === true))
    bits |= bit.bigint;
  if ((left.has(bit.string) && right.has(others)) || (right.has(bit.string) && left.has(others)))
    bits |= bit.string;
  if (node.result) flow.join(node.result, bits);
  return bits !== 0;
}

function textOf(flow: Flow, node: FlowNode): boolean {
  wantOnlyUse(flow, node);
  for (const [place, arg] of node.args.entries()) {
    wantText(flow, node, place);
    stringify(flow, node, arg);
  }
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
  to_number: toNumeric,
  bit_and: number,
  bit_or: number,
  bit_xor: number,
  bit_not: number,
  shift_left: number,
  shift_right: number,
  shift_right_unsigned: numeric(false),
  to_primitive: toPrimitive,
  to_string: textOf,
  concat: (flow, node) => give(flow, node, bit.string),
  typeof: (flow, node) => give(flow, node, bit.string),
} as const satisfies Record<string, Rule>;
