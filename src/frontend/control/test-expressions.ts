/** Expressions that test: the condition, and what each of its outcomes shows of the values it was made of. */
import { constants, isVariable, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { ownInstanceTest, testedClass } from "../classes/instance-tests.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { libraryName } from "../names/library-names.ts";
import { comparePrototypes } from "../prototypes/class-prototypes.ts";
import { binaryOperation } from "../tree/operator-table.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { type Fact, fact } from "./facts.ts";

/** A condition and what it shows on each branch. */
export interface Test {
  readonly condition: Operand;
  readonly whenTrue: readonly Fact[];
  readonly whenFalse: readonly Fact[];
}

export function testOf(f: FunctionContext, node: ts.Expression): Test {
  if (tsc.isBinaryExpression(node)) {
    const operation = binaryOperation(node.operatorToken.kind);
    switch (operation) {
      case "strict_equal":
      case "strict_not_equal":
      case "loose_equal":
      case "loose_not_equal":
        return equality(f, node, operation);
      case "less":
      case "less_equal":
      case "greater":
      case "greater_equal":
        return comparison(f, node, operation);
    }
    if (node.operatorToken.kind === tsc.SyntaxKind.InstanceOfKeyword) return instance(f, node);
  }
  if (tsc.isCallExpression(node) && node.arguments.length === 1) {
    const tested = libraryTest(f, node);
    if (tested) return tested;
  }
  const value = f.expression(node);
  return {
    condition: f.emit("truthy", [value], node),
    whenTrue: fact(f, node, value, { test: "truthy" }),
    whenFalse: fact(f, node, value, { test: "falsy" }),
  };
}

const libraryTests: Readonly<Record<string, { whenTrue: string; whenFalse?: string }>> = {
  "Number.isInteger": { whenTrue: "integer" },
  "Number.isSafeInteger": { whenTrue: "safe_integer" },
  "Array.isArray": { whenTrue: "array", whenFalse: "not_array" },
};

function libraryTest(f: FunctionContext, node: ts.CallExpression): Test | undefined {
  const argument = node.arguments[0];
  const test = libraryTests[libraryName(f.translation.names, node.expression) ?? ""];
  if (!test || !argument || tsc.isSpreadElement(argument)) return undefined;
  const value = f.expression(argument);
  const name = libraryName(f.translation.names, node.expression) ?? "";
  return {
    condition: f.emit("truthy", [f.emit("call_builtin", [value], node, { name })], node),
    whenTrue: fact(f, argument, value, { test: test.whenTrue }),
    whenFalse: test.whenFalse ? fact(f, argument, value, { test: test.whenFalse }) : [],
  };
}

type Equality = "strict_equal" | "strict_not_equal" | "loose_equal" | "loose_not_equal";

function equality(f: FunctionContext, node: ts.BinaryExpression, operation: Equality): Test {
  const typeTest = typeofTest(f, node, operation);
  if (typeTest) return typeTest;
  const prototypes = comparePrototypes(f, node, operation);
  if (prototypes) return { condition: prototypes, whenTrue: [], whenFalse: [] };
  const left = f.expression(node.left);
  const right = f.expression(node.right);
  const equal = [
    ...equalFacts(f, node.left, left, right, operation, true),
    ...equalFacts(f, node.right, right, left, operation, true),
  ];
  const different = [
    ...equalFacts(f, node.left, left, right, operation, false),
    ...equalFacts(f, node.right, right, left, operation, false),
  ];
  const condition = f.emit(operation, [left, right], node);
  const negated = operation.endsWith("not_equal");
  return negated
    ? { condition, whenTrue: different, whenFalse: equal }
    : { condition, whenTrue: equal, whenFalse: different };
}

export function equalFacts(
  f: FunctionContext,
  node: ts.Expression,
  value: Operand,
  other: Operand,
  operation: Equality,
  equal: boolean,
): Fact[] {
  const not = equal ? "" : "not_";
  if (other.kind === "undefined" || other.kind === "null") {
    const test = operation.startsWith("loose") ? "nullish" : other.kind;
    return fact(f, node, value, { test: not + test });
  }
  // `==` converts; what two values that are not the same tell of each other is nothing, but of a constant.
  if (operation.startsWith("loose") || (!equal && isVariable(other))) return [];
  return fact(f, node, value, { test: `${not}equal` }, other);
}

function typeofTest(f: FunctionContext, node: ts.BinaryExpression, operation: Equality): Test | undefined {
  const left = skipErased(node.left);
  const right = skipErased(node.right);
  const [typeOf, kind] = tsc.isTypeOfExpression(left) ? [left, right] : [right, left];
  if (!tsc.isTypeOfExpression(typeOf) || !tsc.isStringLiteralLike(kind)) return undefined;
  const tested = skipErased(typeOf.expression);
  const value = f.expression(tested);
  const text = f.emit("typeof", [value], typeOf);
  const literal = constants.string(kind.text);
  const condition = f.emit(operation, typeOf === left ? [text, literal] : [literal, text], node);
  const is = fact(f, tested, value, { test: "typeof", kind: kind.text });
  const isNot = fact(f, tested, value, { test: "not_typeof", kind: kind.text });
  return operation.endsWith("not_equal")
    ? { condition, whenTrue: isNot, whenFalse: is }
    : { condition, whenTrue: is, whenFalse: isNot };
}

type Comparison = "less" | "less_equal" | "greater" | "greater_equal";

const mirrored: Record<Comparison, Comparison> = {
  less: "greater",
  less_equal: "greater_equal",
  greater: "less",
  greater_equal: "less_equal",
};
const opposite: Record<Comparison, Comparison> = {
  less: "greater_equal",
  less_equal: "greater",
  greater: "less_equal",
  greater_equal: "less",
};

function comparison(f: FunctionContext, node: ts.BinaryExpression, operation: Comparison): Test {
  const left = f.expression(node.left);
  const right = f.expression(node.right);
  const condition = f.emit(operation, [left, right], node);
  const isOther = opposite[operation];
  return {
    condition,
    whenTrue: [
      ...fact(f, node.left, left, { test: operation }, right),
      ...fact(f, node.right, right, { test: mirrored[operation] }, left),
    ],
    whenFalse: [
      ...fact(f, node.left, left, { test: isOther, unordered: true }, right),
      ...fact(f, node.right, right, { test: mirrored[isOther], unordered: true }, left),
    ],
  };
}

function instance(f: FunctionContext, node: ts.BinaryExpression): Test {
  const { names } = f.translation;
  const own = ownInstanceTest(f, node);
  if (own) return { condition: own, whenTrue: [], whenFalse: [] };
  if (testedClass(f, node.right) === undefined && libraryName(names, node.right) !== "Array")
    return { condition: f.emit("truthy", [f.expression(node)], node), whenTrue: [], whenFalse: [] };
  const value = f.expression(node.left);
  if (libraryName(f.translation.names, node.right) === "Array") {
    const result = f.emit("call_builtin", [value], node, { name: "Array.isArray" });
    return {
      condition: f.emit("truthy", [result], node),
      whenTrue: fact(f, node.left, value, { test: "array" }),
      whenFalse: fact(f, node.left, value, { test: "not_array" }),
    };
  }
  const name = testedClass(f, node.right) as string;
  return {
    condition: f.emit("instance_of", [value], node, { class: name }),
    whenTrue: fact(f, node.left, value, { test: "instance", class: name }),
    whenFalse: fact(f, node.left, value, { test: "not_instance", class: name }),
  };
}
