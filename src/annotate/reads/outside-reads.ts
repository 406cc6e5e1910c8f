/**
 * Reads beyond the end of an array or string of which all uses convert undefined in one way: there the read gives a
 * constant that every use takes as it would take undefined, at no cost to reads within.
 *
 *   a[i] < a[i + 1]       false for undefined: as for the least integer on the right, or for NaN
 *   words[i >> 5] |= x    0
 *   text += letters[i]    "undefined"
 */

import type { Operation, Variable } from "../../graph/graph.ts";
import { arithmeticOperators } from "../../graph/operator-sets.ts";
import { maxSafe } from "../../graph/types.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { type Use, useListsOf } from "../flow/uses.ts";
import { isInt, type NumberSet, notANumber, range } from "../numbers/number-set.ts";
import { operandNumbers } from "../numbers/operand-numbers.ts";

/** What is read beyond the end; `least` and `greatest` are the ends of the safe integers. */
export type Outside = "zero" | "nan" | "least" | "greatest" | "text";

const arithmetic: ReadonlySet<string> = new Set(arithmeticOperators);
/** The integer that makes the comparison false as the left operand; as the right one it is the other. */
const comparisons = new Map<string, Outside>([
  ["less", "greatest"],
  ["less_equal", "greatest"],
  ["greater", "least"],
  ["greater_equal", "least"],
]);

export function outsideOf(node: FlowNode): Outside | undefined {
  const { operation, result, clone } = node;
  if (operation?.op !== "get_index" || !operation.result || !result || result.wanted) return undefined;
  // System code computes with machine words: there a read beyond the end is a mistake.
  if (clone.graph.system) return undefined;
  if (result.objects.size > 0) return undefined;
  if (result.bits === bit.number && !result.seesAbsence) return "zero";
  const uses = usesOf(clone, operation.result);
  if (!uses || uses.length === 0) return undefined;
  const choose = result.bits === bit.number ? ofNumber : result.bits === bit.string ? ofText : undefined;
  if (!choose) return undefined;
  const [first, ...others] = uses.map((use) => choose(node, use));
  return others.every((one) => one === first) ? first : undefined;
}

/** The number that a read beyond the end adds to those of the elements. */
export function outsideNumbers(node: FlowNode): NumberSet | undefined {
  switch (outsideOf(node)) {
    case "zero":
      return range(0, 0);
    case "nan":
      return notANumber;
    case "least":
      return range(-maxSafe, -maxSafe);
    case "greatest":
      return range(maxSafe, maxSafe);
    default:
      return undefined;
  }
}

function ofText({ clone }: FlowNode, { operation, place }: Use): Outside | undefined {
  if (operation?.op === "concat" || operation?.op === "to_string") return "text";
  const other = operation?.op === "add" ? operation.args[1 - place] : undefined;
  const isText =
    other?.kind === "string" || (other?.kind === "variable" && isOnly(clone.slotOf(other), bit.string));
  return isText ? "text" : undefined;
}

function isOnly(slot: Slot, kind: number): boolean {
  return slot.bits === kind && slot.objects.size === 0;
}

function ofNumber(node: FlowNode, { operation, place }: Use): Outside | undefined {
  const op = operation?.op ?? "";
  const isComparison = comparisons.has(op);
  if (!operation || !(isComparison || arithmetic.has(op))) return undefined;
  const { numbers } = node.result!.shared;
  if (numbers && !isInt(numbers)) return isPlain(node, operation) ? "nan" : undefined;
  const other = otherNumbers(node.clone, operation, place);
  if (other && !isInt(other)) return isPlain(node, operation) ? "nan" : undefined;
  if (!isComparison || !other) return undefined;
  const asLeft = comparisons.get(op);
  return place === 0 ? asLeft : asLeft === "least" ? "greatest" : "least";
}

/** Nothing but numbers meet: `+` joins no texts. */
function isPlain(node: FlowNode, operation: Operation): boolean {
  return operation.args.every((arg) => {
    if (arg.kind !== "variable") return arg.kind === "int" || arg.kind === "float";
    return isOnly(node.clone.slotOf(arg), bit.number);
  });
}

function otherNumbers(clone: FunctionClone, { args }: Operation, place: number): NumberSet | undefined {
  const other = args[1 - place];
  switch (other?.kind) {
    case "variable": {
      const slot = clone.slotOf(other);
      return isOnly(slot, bit.number) ? operandNumbers(slot) : undefined;
    }
    case "int":
      return range(other.value, other.value);
    case "float":
      return { ...range(other.value, other.value), integral: false };
    default:
      return undefined;
  }
}

/**
 * Its uses, those of the reads that are not made again because of it, and of what a failed comparison calls it: that may
 * be the constant too. One that has been passed is by something that was there. Nothing if an exit is among the users.
 */
function usesOf(clone: FunctionClone, variable: Variable): readonly Use[] | undefined {
  const lists = useListsOf(clone.graph);
  const variables = [variable];
  for (const [read, known] of clone.knownReads)
    if (known.value === variable && read.result) variables.push(read.result);
  const uses: Use[] = [];
  for (const one of variables) {
    for (const use of lists.get(one) ?? []) {
      const { operation, place } = use;
      if (!operation) return undefined;
      if (!isComparisonRefine(operation)) uses.push(use);
      else if (place === 0 && operation.attributes.unordered === true && operation.result)
        variables.push(operation.result);
    }
  }
  return uses;
}

function isComparisonRefine({ op, attributes }: Operation): boolean {
  return op === "refine" && comparisons.has(String(attributes.test));
}
