/** The numbers that each operation gives, where it gives any. What is only moved between slots is not here. */
import type { HighOpName } from "../../graph/ops.ts";
import { maxSafe } from "../../graph/types.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit, numberLike } from "../flow/kinds.ts";
import { type Use, useListsOf } from "../flow/uses.ts";
import { outsideNumbers } from "../reads/outside-reads.ts";
import { argument, nameOf } from "../rules/rule.ts";
import { builtinMethodNumbers, builtinNumbers } from "./builtin-numbers.ts";
import { isTestedNonZero } from "./non-zero.ts";
import * as arithmetic from "./number-arithmetic.ts";
import * as bits from "./number-bits.ts";
import { refineSet } from "./number-refine.ts";
import { anyNumber, extent, includesZero, isInt, joinSets, type NumberSet } from "./number-set.ts";
import { operandNumbers } from "./operand-numbers.ts";

export type NumberRule = (node: FlowNode) => NumberSet | undefined;

const arrayLength = extent(0, 2 ** 32 - 1);
const stringLength = extent(0, 536870888);

function unary(rule: (a: NumberSet) => NumberSet): NumberRule {
  return (node) => {
    const a = operandNumbers(argument(node, 0));
    return a && rule(a);
  };
}

function binary(rule: (a: NumberSet, b: NumberSet) => NumberSet): NumberRule {
  return (node) => {
    const a = operandNumbers(argument(node, 0));
    const b = operandNumbers(argument(node, 1));
    return a && b && rule(a, b);
  };
}

/** A divisor that a test has shown not to be zero cannot be an end of its range. */
function division(rule: (a: NumberSet, b: NumberSet) => NumberSet): NumberRule {
  return (node) => {
    const a = operandNumbers(argument(node, 0));
    const b = operandNumbers(argument(node, 1));
    if (!a || !b) return undefined;
    if (!includesZero(b) || !isTestedNonZero(node)) return rule(a, b);
    const positive = b.high >= 1 ? rule(a, { ...b, low: 1, minusZero: false }) : undefined;
    const negative = b.low <= -1 ? rule(a, { ...b, high: -1, minusZero: false }) : undefined;
    return joinSets(positive, negative);
  };
}

/**
 * Sums of integers that are nothing but indices stay integers: beyond 2^53 they are out of range in any form. Those
 * that a test asks whether they are safe must come to the test as they are.
 */
function step(
  clamped: (a: NumberSet, b: NumberSet) => NumberSet,
  exact: (a: NumberSet, b: NumberSet) => NumberSet,
): NumberRule {
  return (node) => {
    const a = operandNumbers(argument(node, 0));
    const b = operandNumbers(argument(node, 1));
    if (!a || !b) return undefined;
    if (isTestedSafe(node)) return exact(a, b);
    const result = clamped(a, b);
    if (isInt(result) || !isInt(a) || !isInt(b) || !isOnlyIndex(node)) return result;
    return { ...result, low: Math.max(result.low, -maxSafe), high: Math.min(result.high, maxSafe) };
  };
}

function usesOfResult(node: FlowNode): readonly Use[] {
  const result = node.operation?.result;
  return (result && useListsOf(node.clone.graph).get(result)) ?? [];
}

function isOnlyIndex(node: FlowNode): boolean {
  return usesOfResult(node).every(({ operation, place }) => {
    if (place !== 1) return false;
    if (operation?.op === "set_index") return true;
    return operation?.op === "get_index" && !node.clone.slotOf(operation.result!).wanted;
  });
}

function isTestedSafe(node: FlowNode): boolean {
  return usesOfResult(node).some(({ operation }) => operation?.attributes.name === "Number.isSafeInteger");
}

const sum = step(arithmetic.addSets, arithmetic.exactSum);

function add(node: FlowNode): NumberSet | undefined {
  const left = argument(node, 0);
  const right = argument(node, 1);
  if (left.objects.size + right.objects.size > 0) return node.result?.has(bit.number) ? anyNumber : undefined;
  if (!left.has(numberLike) || !right.has(numberLike)) return undefined;
  const texts = left.has(bit.string) || right.has(bit.string);
  return texts
    ? arithmetic.addSets(
        operandNumbers(left, numberLike) ?? anyNumber,
        operandNumbers(right, numberLike) ?? anyNumber,
      )
    : sum(node);
}

function length(node: FlowNode): NumberSet | undefined {
  if (nameOf(node) !== "length" || node.clone.knownReads.has(node.operation!)) return undefined;
  const receiver = argument(node, 0);
  for (const { kind } of receiver.objects) if (kind === "array" || kind === "closure") return arrayLength;
  return receiver.has(bit.string) ? stringLength : undefined;
}

function refine(node: FlowNode): NumberSet | undefined {
  const set = argument(node, 0).shared.numbers;
  if (!set) return undefined;
  const other = node.args[1];
  const { test, unordered, member } = node.operation!.attributes;
  if (member !== undefined) return set;
  return refineSet(set, String(test), other && operandNumbers(other), unordered === true);
}

export const numberRules: Partial<Record<HighOpName, NumberRule>> = {
  add,
  sub: step(arithmetic.subSets, arithmetic.exactDifference),
  mul: binary(arithmetic.mulSets),
  div: division(arithmetic.divSets),
  mod: division(arithmetic.modSets),
  pow: binary(arithmetic.powSets),
  neg: unary(arithmetic.negSet),
  to_number: unary((a) => a),
  bit_and: binary(bits.andSets),
  bit_or: binary(bits.orSets),
  bit_xor: binary(bits.xorSets),
  bit_not: unary(bits.notSet),
  shift_left: binary(bits.shiftLeftSets),
  shift_right: binary(bits.shiftRightSets),
  shift_right_unsigned: binary(bits.shiftRightUnsignedSets),
  dispatch: (node) => extent(0, (node.operation!.attributes.methods as readonly string[]).length - 1),
  get_property: length,
  get_index: outsideNumbers,
  iter_advance: () => extent(1, 2 ** 32 - 1),
  refine,
  call_builtin: (node) => builtinNumbers(node, nameOf(node), node.args),
  call_method: builtinMethodNumbers,
};
