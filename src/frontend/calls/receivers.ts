/** What is looked up before the arguments of a call are evaluated. */
import { constants, isVariable, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { isAssignment } from "../tree/assignment-operators.ts";
import { skipErased } from "../tree/syntax-tree.ts";

const K = tsc.SyntaxKind;

/** Evaluating it can neither be seen nor change anything. */
export function isHarmless(given: ts.Expression): boolean {
  const node = skipErased(given);
  return (
    tsc.isIdentifier(node) ||
    tsc.isLiteralExpression(node) ||
    tsc.isArrowFunction(node) ||
    tsc.isFunctionExpression(node) ||
    node.kind === K.ThisKeyword ||
    node.kind === K.TrueKeyword ||
    node.kind === K.FalseKeyword ||
    node.kind === K.NullKeyword ||
    (tsc.isPropertyAccessExpression(node) && node.expression.kind === K.ThisKeyword) ||
    (tsc.isPrefixUnaryExpression(node) &&
      node.operator !== K.PlusPlusToken &&
      node.operator !== K.MinusMinusToken &&
      isHarmless(node.operand)) ||
    (tsc.isBinaryExpression(node) &&
      !isAssignment(node.operatorToken.kind) &&
      isHarmless(node.left) &&
      isHarmless(node.right))
  );
}

/** The method of null or undefined is looked up, and throws, before the arguments are evaluated. */
export function notNullish(
  f: FunctionContext,
  node: ts.Expression,
  value: Operand,
  where: ts.Node,
  name: string,
): Operand {
  if (!isVariable(value) || isCertainlyObject(skipErased(node))) return value;
  const { builder } = f;
  const fail = builder.block();
  const go = builder.block();
  builder.branch(f.emit("loose_equal", [value, constants.null], node), fail, go);
  const key = {};
  builder.sealAndStart(fail);
  const nothing = refined(f, value, "nullish", { key, holds: true, node });
  builder.raise(f.emit("get_property", [nothing], where, { name }), spanOf(where));
  builder.sealAndStart(go);
  return refined(f, value, "not_nullish", { key, holds: false, node });
}

function isCertainlyObject(node: ts.Expression): boolean {
  return (
    node.kind === K.ThisKeyword ||
    tsc.isNewExpression(node) ||
    tsc.isArrayLiteralExpression(node) ||
    tsc.isObjectLiteralExpression(node) ||
    tsc.isStringLiteralLike(node) ||
    tsc.isTemplateExpression(node)
  );
}
