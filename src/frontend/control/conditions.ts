/**
 * Tests: `if`, loops, `?:`, `&&`, `||`, `!`. After a test of a local variable each branch knows it by a new name that
 * carries what was shown:
 *
 *   if (x !== null) use(x);      branch …, b1, b2      b1: x2 = refine{test=not_null} x; call use x2
 *
 * What was read from memory (`this.x !== null`) gets a new name too, for annotate, which knows whether reading again
 * gives the same; and a test of a property tells of the object (`s.kind === "circle"`).
 */
import { type Block, isVariable } from "../../graph/graph.ts";
import { type Guard, guardOf } from "../calls/guards.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { hasIdentity, testedIdentity } from "../classes/class-identity.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding } from "../names/bindings.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { refinableVariable } from "../values/variables.ts";
import { fact, learn, type TestKeys } from "./facts.ts";
import { type Test, testOf } from "./test-expressions.ts";

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
