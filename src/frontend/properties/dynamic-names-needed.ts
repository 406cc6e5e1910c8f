/** Whether a program may make objects with names that only running it tells: then it needs dictionaries of the prelude. */
import type { SourceProgram } from "../checker/source-program.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { skipErased } from "../tree/syntax-tree.ts";

const K = tsc.SyntaxKind;

export function needsDictionaries({ checker }: SourceProgram, files: readonly ts.SourceFile[]): boolean {
  const visit = (node: ts.Node): boolean =>
    makesNames(checker, node) || (tsc.forEachChild(node, visit) ?? false);
  return files.some((one) => visit(one));
}

const makers =
  /^(Object|Reflect)\.(set|deleteProperty|assign|fromEntries|create|definePropert(y|ies)|getOwnPropertyDescriptors)$/;

function makesNames(checker: ts.TypeChecker, node: ts.Node): boolean {
  switch (node.kind) {
    case K.DeleteExpression:
    case K.SpreadAssignment:
      return true;
    case K.PropertyAssignment:
      return !tsc.isIdentifier((node as ts.PropertyAssignment).name);
    case K.ShorthandPropertyAssignment:
      return false;
    case K.EnumMember:
      return checker.getConstantValue(node as ts.EnumMember) === undefined;
    case K.BindingElement:
      return (
        (node as ts.BindingElement).dotDotDotToken !== undefined && tsc.isObjectBindingPattern(node.parent)
      );
    case K.CallExpression:
      return makers.test((node as ts.CallExpression).expression.getText());
    case K.ElementAccessExpression:
      return (
        isWritten(node as ts.ElementAccessExpression) &&
        !isElement(checker, node as ts.ElementAccessExpression)
      );
    default:
      return false;
  }
}

/** A target of an assignment, of `++`, of a pattern. */
function isWritten(node: ts.ElementAccessExpression): boolean {
  let at: ts.Node = node;
  while (tsc.isParenthesizedExpression(at.parent) || tsc.isNonNullExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (tsc.isBinaryExpression(parent))
    return (
      parent.left === at &&
      parent.operatorToken.kind >= K.FirstAssignment &&
      parent.operatorToken.kind <= K.LastAssignment
    );
  if (tsc.isPrefixUnaryExpression(parent) || tsc.isPostfixUnaryExpression(parent))
    return parent.operator === K.PlusPlusToken || parent.operator === K.MinusMinusToken;
  return (
    tsc.isArrayLiteralExpression(parent) || tsc.isPropertyAssignment(parent) || tsc.isForOfStatement(parent)
  );
}

/** Declared types say that it is an array's: a wrong one costs an error message, no more. */
function isElement(checker: ts.TypeChecker, node: ts.ElementAccessExpression): boolean {
  if (!(checker.getTypeAtLocation(node.argumentExpression).flags & tsc.TypeFlags.NumberLike)) return false;
  const type = checker.getTypeAtLocation(skipErased(node.expression));
  return checker.isArrayType(type) || checker.isTupleType(type) || /Array$/.test(type.symbol?.name ?? "");
}
