/**
 * Tests: `if`, loops, `?:`, `&&`, `||`, `!`. After a test of a local variable each branch knows it by a new name that
 * carries what was shown:
 *
 *   if (x !== null) use(x);      branch …, b1, b2      b1: x2 = refine{test=not_null} x; call use x2
 *
 * What was read from memory (`this.x !== null`) gets a new name too, for annotate, which knows whether reading again
 * gives the same; and a test of a property tells of the object (`s.kind === "circle"`).
 */
import {
  type Attribute,
  type Block,
  constants,
  isVariable,
  type Operand,
  type Variable,
} from "../../graph/graph.ts";
import { type Guard, guardOf } from "../calls/guards.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { hasIdentity, testedIdentity } from "../classes/class-identity.ts";
import { ownInstanceTest, testedClass } from "../classes/instance-tests.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding, LocalVariable } from "../names/bindings.ts";
import { libraryName } from "../names/library-names.ts";
import { comparePrototypes } from "../prototypes/class-prototypes.ts";
import { binaryOperation } from "../tree/operator-table.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { refinableVariable } from "../values/variables.ts";

export interface Fact {
  /** Undefined: the value was read from memory. */
  readonly variable: LocalVariable | undefined;
  readonly value: Variable;
  readonly others: Operand[];
  readonly attributes: Record<string, Attribute>;
}

/** A condition and what it shows on each branch. */
interface Test {
  readonly condition: Operand;
  readonly whenTrue: readonly Fact[];
  readonly whenFalse: readonly Fact[];
}

export function condition(f: FunctionContext, given: ts.Expression, then: Block, otherwise: Block): void {
  const node = skipErased(given);
  if (node.kind === tsc.SyntaxKind.TrueKeyword) return f.builder.jump(then);
  if (node.kind === tsc.SyntaxKind.FalseKeyword) return f.builder.jump(otherwise);
  if (tsc.isPrefixUnaryExpression(node) && node.operator === tsc.SyntaxKind.ExclamationToken) {
    return f.syntax.condition(f, node.operand, otherwise, then);
  }
  if (tsc.isBinaryExpression(node)) {
    const { left, operatorToken, right } = node;
    if (operatorToken.kind === tsc.SyntaxKind.AmpersandAmpersandToken) {
      const both = f.builder.block();
      condition(f, left, both, otherwise);
      f.builder.sealAndStart(both);
      return condition(f, right, then, otherwise);
    }
    if (operatorToken.kind === tsc.SyntaxKind.BarBarToken) {
      const neither = f.builder.block();
      condition(f, left, then, neither);
      f.builder.sealAndStart(neither);
      return condition(f, right, then, otherwise);
    }
    if (operatorToken.kind === tsc.SyntaxKind.CommaToken) {
      f.syntax.effect(f, left);
      return condition(f, right, then, otherwise);
    }
  }
  const tested = isInstanceof(node) ? testedIdentity(f, node.right) : undefined;
  if (tested) return ofThisIdentity(f, node as ts.BinaryExpression, tested, then, otherwise);
  const guard = tsc.isCallExpression(node) ? guardOf(f, node) : undefined;
  if (guard) return guarded(f, guard, then, otherwise);
  branchOn(f, node, testOf(f, node), then, otherwise);
}

function isInstanceof(node: ts.Expression): node is ts.BinaryExpression {
  return tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.InstanceOfKeyword;
}

/** What is no instance may be one of the same class evaluated at another time: only the test's success tells something. */
function ofThisIdentity(
  f: FunctionContext,
  node: ts.BinaryExpression,
  binding: ClassBinding,
  then: Block,
  otherwise: Block,
): void {
  const value = f.expression(node.left);
  const some = f.builder.block();
  const test = { class: binding.name };
  f.builder.branch(f.emit("instance_of", [value], node, test), some, otherwise);
  f.builder.sealAndStart(some);
  branchOn(
    f,
    node,
    {
      condition: hasIdentity(f, value, binding, node),
      whenTrue: fact(f, node.left, value, { test: "instance", ...test }),
      whenFalse: [],
    },
    then,
    otherwise,
  );
}

/** The test of a guard, of the argument; what it shows of the parameter is known of the argument too. */
function guarded(f: FunctionContext, guard: Guard, then: Block, otherwise: Block): void {
  const { builder } = f;
  const { parameter, argument, test } = guard;
  const value = f.expression(argument);
  const variable = refinableVariable(f, skipErased(argument));
  const isCurrent = variable !== undefined && builder.read(variable) === value;
  const isRead = isVariable(value) && builder.readOf(value) !== undefined;
  builder.write(parameter, value);
  const onTrue = builder.block();
  const onFalse = builder.block();
  condition(f, test, onTrue, onFalse);
  for (const [at, target] of [
    [onTrue, then],
    [onFalse, otherwise],
  ] as const) {
    builder.sealAndStart(at);
    const known = builder.read(parameter);
    if (isCurrent) builder.write(variable, known);
    else if (isRead && isVariable(known) && known !== value) builder.keepIfReadAgain(known);
    builder.jump(target);
  }
}

function branchOn(f: FunctionContext, node: ts.Expression, test: Test, then: Block, otherwise: Block): void {
  const { builder } = f;
  const onTrue = test.whenTrue.length > 0 ? builder.block() : then;
  const onFalse = test.whenFalse.length > 0 ? builder.block() : otherwise;
  builder.branch(test.condition, onTrue, onFalse);
  const keys: TestKeys = new Map();
  if (onTrue !== then) {
    builder.sealAndStart(onTrue);
    learn(f, test.whenTrue, { keys, holds: true, node });
    builder.jump(then);
  }
  if (onFalse !== otherwise) {
    builder.sealAndStart(onFalse);
    learn(f, test.whenFalse, { keys, holds: false, node });
    builder.jump(otherwise);
  }
}

/** One test of each variable, the same on both branches. */
type TestKeys = Map<LocalVariable | undefined, object>;

/** Gives what was tested new names, where the branch begins. */
export function learn(
  f: FunctionContext,
  facts: readonly Fact[],
  origin: { readonly keys: TestKeys; readonly holds: boolean; readonly node: ts.Node },
): void {
  const { keys, holds, node } = origin;
  const names = new Map<Variable, Variable>();
  for (const { variable, value, others, attributes } of facts) {
    const key = keys.get(variable) ?? {};
    keys.set(variable, key);
    const known = names.get(value) ?? value;
    const refined = f.builder.refine(known, others, attributes, { test: key, holds, span: spanOf(node) });
    names.set(value, refined);
    if (variable) f.builder.write(variable, refined);
    else f.builder.keepIfReadAgain(refined);
  }
}

/** What a test of the value of an expression tells: of a variable, of what was read from memory, of an object. */
export function fact(
  f: FunctionContext,
  given: ts.Expression,
  value: Operand,
  attributes: Record<string, Attribute>,
  ...others: Operand[]
): Fact[] {
  if (!isVariable(value)) return [];
  const node = skipErased(given);
  const variable = refinableVariable(f, node);
  if (variable) return f.builder.read(variable) === value ? [{ variable, value, others, attributes }] : [];
  const read = f.builder.readOf(value);
  if (!read) return [];
  const facts: Fact[] = [{ variable: undefined, value, others, attributes }];
  const object = read.args[0];
  const member = read.attributes.name;
  if (
    read.op === "get_property" &&
    object &&
    member !== "length" &&
    tellsOfObjects.has(String(attributes.test)) &&
    (tsc.isPropertyAccessExpression(node) || tsc.isElementAccessExpression(node))
  ) {
    facts.push(...fact(f, node.expression, object, { ...attributes, member: String(member) }, ...others));
  }
  return facts;
}

/** Tests of a property by which objects of several classes are told apart. */
const tellsOfObjects = new Set([
  "undefined",
  "not_undefined",
  "null",
  "not_null",
  "nullish",
  "not_nullish",
  "truthy",
  "falsy",
  "typeof",
  "not_typeof",
  "equal",
  "not_equal",
  "array",
  "not_array",
]);

function testOf(f: FunctionContext, node: ts.Expression): Test {
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
