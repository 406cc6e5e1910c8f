/**
 * Computes operations on constants, and takes branches whose condition is a constant.
 *
 *   b0:                            b0:
 *     x = int_add 2, 3               jump b1(5)
 *     c = int_lt x, 7        =>    b1(y: int):
 *     branch c, b1(x), b2(x)         …
 *
 * What an operation means on numbers is graph/evaluate.ts; here are only the ones about references and words, and the
 * comparison of strings. Constants that come through block parameters are `same-arguments`' work: the two go well one
 * after the other.
 */
import { foldable, isScalarOp } from "../graph/evaluate.ts";
import { removeUnreachable, reversePostorder } from "../graph/flow.ts";
import {
  type Block,
  type Constant,
  constants,
  type Graph,
  isVariable,
  type Link,
  type Operand,
  type Operation,
} from "../graph/graph.ts";
import { lowOps } from "../graph/ops-low.ts";
import type { Program } from "../graph/program.ts";
import { Replacements, sameOperand } from "../graph/replace.ts";
import { equalShortStrings, equalStrings, longestWithoutRope } from "../graph/well-known.ts";
import { graphPass } from "./pass.ts";

export const constantFolding = graphPass("constant-folding", foldConstants);

export function foldConstants(graph: Graph, program: Program): void {
  const replacements = new Replacements();
  // In this order operands come before their users, but for those that come around a loop.
  for (const block of reversePostorder(graph)) {
    const last = block.operations.at(-1);
    const shortened = block.operations.filter((operation) => shorten(operation, program, replacements));
    block.operations = block.operations.filter((operation) => !foldInto(operation, replacements));
    const mayRaise = block.operations.at(-1) === last && last !== shortened.at(-1);
    if (block.exit.kind === "except" && !mayRaise) jump(block, block.exit.normal);
    foldExit(block, replacements);
  }
  replacements.apply(graph);
  removeUnreachable(graph);
}

/** True if the operation's result is known: then it is noted and the operation can go. */
function foldInto(operation: Operation, replacements: Replacements): boolean {
  if (!operation.result) return false;
  const args = operation.args.map((arg) => replacements.of(arg));
  const result = fold(operation, args);
  if (!result) return false;
  replacements.set(operation.result, result);
  return true;
}

/**
 * Strings of which one turned out to be a short constant are compared without a look for ropes, which may collect and raise.
 * True if this is such a comparison.
 */
function shorten(operation: Operation, program: Program, replacements: Replacements): boolean {
  if (operation.attributes.function !== equalStrings || !program.functions.has(equalShortStrings))
    return false;
  const isShort = (one: Operand): boolean => one.kind === "string" && one.value.length <= longestWithoutRope;
  const args = operation.args.map((arg) => replacements.of(arg));
  const short = args.findLast(isShort);
  if (!short) return false;
  operation.attributes = { ...operation.attributes, function: equalShortStrings };
  operation.args = [args.find((arg) => arg !== short) ?? short, short];
  return true;
}

function fold({ op, attributes }: Operation, args: readonly Operand[]): Operand | undefined {
  const [a, b, c] = args;
  if (attributes.function === equalStrings || attributes.function === equalShortStrings)
    return a?.kind === "string" && b?.kind === "string" ? constants.bool(a.value === b.value) : undefined;
  if (a?.kind === "typeid" && b?.kind === "typeid" && (op === "int_eq" || op === "int_ne"))
    return constants.bool((a.name === b.name) === (op === "int_eq"));
  if (isScalarOp(op)) return foldScalar(op, args);
  switch (op) {
    case "int_add_checked":
      return foldScalar("int_add", args);
    case "int_sub_checked":
      return foldScalar("int_sub", args);
    case "select":
      if (!a || !b || !c) return undefined;
      return a.kind === "bool" ? (a.value ? b : c) : sameOperand(b, c) ? b : undefined;
    case "ref_eq":
    case "value_eq":
      return boolOf(a && b && sameThing(a, b));
    case "ref_ne": {
      const same = a && b && sameThing(a, b);
      return same === undefined ? undefined : constants.bool(!same);
    }
    case "value_from_bool":
      return a?.kind === "bool" ? constants.special("value", a.value ? "true" : "false") : undefined;
    default:
      return undefined;
  }
}

function foldScalar(op: Parameters<typeof foldable>[0], args: readonly Operand[]): Constant | undefined {
  const numbers = args.map(numberOf);
  if (!numbers.every((one) => one !== undefined)) return undefined;
  const result = foldable(op, numbers);
  if (result === undefined) return undefined;
  const type = lowOps[op].result;
  return type === "bool" ? constants.bool(result === 1) : constants[type](result);
}

function numberOf(operand: Operand): number | undefined {
  if (operand.kind === "int" || operand.kind === "float") return operand.value;
  return operand.kind === "bool" ? Number(operand.value) : undefined;
}

function boolOf(known: boolean | undefined): Constant | undefined {
  return known === undefined ? undefined : constants.bool(known);
}

/** Whether two references or words are the same, where that is known. */
function sameThing(a: Operand, b: Operand): boolean | undefined {
  if (sameOperand(a, b)) return true;
  if (isVariable(a) || isVariable(b)) return undefined;
  // Strings with equal text may be one object or not; nil and the reserved words are none.
  const isReserved = ({ kind }: Constant): boolean => kind === "nil" || kind === "special";
  return isReserved(a) || isReserved(b) ? false : undefined;
}

function foldExit(block: Block, replacements: Replacements): void {
  const { exit } = block;
  if (exit.kind === "branch") {
    const condition = replacements.of(exit.condition);
    if (condition.kind === "bool") jump(block, condition.value ? exit.then : exit.else);
  } else if (exit.kind === "switch") {
    const value = replacements.of(exit.value);
    if (value.kind === "int")
      jump(block, exit.cases.find((one) => one.value === value.value)?.link ?? exit.otherwise);
  }
}

function jump(block: Block, link: Link): void {
  block.exit = { kind: "jump", link };
}
