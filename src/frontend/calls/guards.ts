/**
 * Functions of which the whole body is a test of their one parameter, as user-defined type guards are:
 *
 *   function isCircle(shape: Shape): shape is Circle { return shape.kind === "circle"; }
 *
 * Where one is a condition the test stands in its place, so that flow learns what it shows: not from the declared
 * `is`, which may lie, but from the test.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import { testedIdentity } from "../classes/class-identity.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { LocalVariable } from "../names/bindings.ts";
import { bindingOfName, classNamed } from "../names/library-names.ts";
import { skipErased } from "../tree/syntax-tree.ts";

export interface Guard {
  readonly parameter: LocalVariable;
  readonly argument: ts.Expression;
  readonly test: ts.Expression;
}

export function guardOf(f: FunctionContext, call: ts.CallExpression): Guard | undefined {
  const [argument] = call.arguments;
  const callee = skipErased(call.expression);
  if (!argument || call.arguments.length !== 1 || tsc.isSpreadElement(argument) || !tsc.isIdentifier(callee))
    return undefined;
  const { names } = f.translation;
  const binding = bindingOfName(names, callee);
  if (binding?.kind !== "function-binding" || !binding.hoisted || binding.access === "closure")
    return undefined;
  const { node } = binding.target;
  if (!tsc.isFunctionDeclaration(node) || node.asteriskToken || node.modifiers?.some(isAsyncModifier))
    return undefined;
  const [only] = node.parameters.filter((one) => one.name.getText() !== "this");
  const statement = node.body?.statements[0];
  if (!only || node.parameters.length !== 1 || node.body?.statements.length !== 1) return undefined;
  if (only.initializer || only.dotDotDotToken || !tsc.isIdentifier(only.name)) return undefined;
  if (!statement || !tsc.isReturnStatement(statement) || !statement.expression) return undefined;
  const parameter = names.bindingOf(only.name);
  if (parameter?.kind !== "local" || parameter.storage !== "value") return undefined;
  return isTestOf(f, statement.expression, parameter)
    ? { parameter, argument, test: statement.expression }
    : undefined;
}

function isAsyncModifier(one: ts.ModifierLike): boolean {
  return one.kind === tsc.SyntaxKind.AsyncKeyword;
}

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  tsc.SyntaxKind.EqualsEqualsToken,
  tsc.SyntaxKind.ExclamationEqualsToken,
  tsc.SyntaxKind.EqualsEqualsEqualsToken,
  tsc.SyntaxKind.ExclamationEqualsEqualsToken,
  tsc.SyntaxKind.LessThanToken,
  tsc.SyntaxKind.LessThanEqualsToken,
  tsc.SyntaxKind.GreaterThanToken,
  tsc.SyntaxKind.GreaterThanEqualsToken,
]);

/** Tests alone, of the parameter and what it leads to: nothing that means something else in another function. */
function isTestOf(f: FunctionContext, given: ts.Expression, parameter: LocalVariable): boolean {
  const node = skipErased(given);
  const holds = (one: ts.Expression): boolean => isTestOf(f, one, parameter);
  if (tsc.isPrefixUnaryExpression(node))
    return node.operator === tsc.SyntaxKind.ExclamationToken && holds(node.operand);
  if (!tsc.isBinaryExpression(node))
    return tsc.isPropertyAccessExpression(node) && isPlace(f, node, parameter);
  const { left, operatorToken, right } = node;
  switch (operatorToken.kind) {
    case tsc.SyntaxKind.AmpersandAmpersandToken:
    case tsc.SyntaxKind.BarBarToken:
      return holds(left) && holds(right);
    case tsc.SyntaxKind.InstanceOfKeyword:
      return isPlace(f, left, parameter) && classNamed(f, right) !== undefined && !testedIdentity(f, right);
    default:
      return (
        comparisons.has(operatorToken.kind) &&
        isCompared(f, left, parameter) &&
        isCompared(f, right, parameter)
      );
  }
}

function isCompared(f: FunctionContext, given: ts.Expression, parameter: LocalVariable): boolean {
  const node = skipErased(given);
  if (tsc.isTypeOfExpression(node)) return isPlace(f, node.expression, parameter);
  if (tsc.isStringLiteralLike(node) || tsc.isNumericLiteral(node)) return true;
  const { NullKeyword, TrueKeyword, FalseKeyword } = tsc.SyntaxKind;
  if (node.kind === NullKeyword || node.kind === TrueKeyword || node.kind === FalseKeyword) return true;
  if (tsc.isIdentifier(node) && node.text === "undefined") return !f.translation.names.bindingOf(node);
  return isPlace(f, node, parameter);
}

/** The parameter, or a property of such a place. */
function isPlace(f: FunctionContext, given: ts.Expression, parameter: LocalVariable): boolean {
  const node = skipErased(given);
  if (tsc.isIdentifier(node)) return f.translation.names.bindingOf(node) === parameter;
  return (
    tsc.isPropertyAccessExpression(node) &&
    !node.questionDotToken &&
    (node.flags & tsc.NodeFlags.OptionalChain) === 0 &&
    isPlace(f, node.expression, parameter)
  );
}
