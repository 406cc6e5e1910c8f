/** Functions that `new` makes plain instances of. */
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import { skipErased } from "../tree/syntax-tree.ts";

const K = tsc.SyntaxKind;

/** It returns nothing that could take the place of the new object. */
export function isPlainConstructor(node: FunctionInfo["node"]): boolean {
  if (!tsc.isFunctionDeclaration(node) && !tsc.isFunctionExpression(node)) return false;
  if (node.asteriskToken || node.modifiers?.some((one) => one.kind === K.AsyncKeyword)) return false;
  return !returnsAnother(node.body);
}

/** Some `return` gives what is not `this`. */
export function returnsAnother(body: ts.Node | undefined): boolean {
  let returns = false;
  const visit = (at: ts.Node): void => {
    if (tsc.isReturnStatement(at)) returns ||= at.expression !== undefined && !isThis(at.expression);
    else if (!tsc.isFunctionLike(at) && !tsc.isClassLike(at)) tsc.forEachChild(at, visit);
  };
  if (body) tsc.forEachChild(body, visit);
  return returns;
}

function isThis(node: ts.Expression): boolean {
  return skipErased(node).kind === K.ThisKeyword;
}
