/** `=`, compound and logical assignment, `++` and `--`: the place is evaluated once, and before the value. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { HighOpName } from "../../graph/ops.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { isAssignment } from "../tree/assignment-operators.ts";
import { compoundOperation, logicalOf } from "../tree/operator-table.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { destructuringAssignment, isPattern } from "./destructuring.ts";
import { shortCircuit } from "./operators.ts";
import { placeOf } from "./places.ts";

const K = tsc.SyntaxKind;

export function isAssignmentExpression(node: ts.Expression): node is ts.BinaryExpression {
  return tsc.isBinaryExpression(node) && isAssignment(node.operatorToken.kind);
}

export function assignment(f: FunctionContext, node: ts.BinaryExpression): Operand {
  const { left, operatorToken, right } = node;
  const target = skipErased(left);
  if (operatorToken.kind === K.EqualsToken) {
    if (isPattern(target)) return destructuringAssignment(f, target, right);
    const place = placeOf(f, target);
    const value = f.expression(right);
    place.write(value);
    return value;
  }
  const place = placeOf(f, target);
  const logical = logicalOf(operatorToken.kind);
  if (logical) {
    return f.join((meet) => {
      shortCircuit(f, node, logical, place.read(), meet);
      const value = f.expression(right);
      place.write(value);
      meet(value);
    });
  }
  const operation = compoundOperation(operatorToken.kind) as HighOpName;
  const old = place.read();
  const value = f.emit(operation, [old, f.expression(right)], node);
  place.write(value);
  return value;
}

/** `++` and `--`; where the value is not needed a postfix operator is like a prefix one. */
export function update(
  f: FunctionContext,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  needed: boolean,
): Operand {
  const place = placeOf(f, skipErased(node.operand));
  const attributes = f.translation.mayHaveBigInts ? { step: true } : {};
  const old = f.emit("to_number", [place.read()], node, attributes);
  const operation = node.operator === K.PlusPlusToken ? "add" : "sub";
  const value = f.emit(operation, [old, constants.int(1)], node, attributes);
  place.write(value);
  return needed && tsc.isPostfixUnaryExpression(node) ? old : value;
}
