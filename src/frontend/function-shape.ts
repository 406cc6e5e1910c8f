import type { FunctionInfo, LocalVariable } from "./bindings.ts";
import { hasModifier, isFunctionNode, isStatic } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";

/** Methods, accessors and constructors always have `this`; other functions have it if they use it. */
export function hasThisParameter(info: FunctionInfo): boolean {
  const { node } = info;
  if (tsc.isSourceFile(node) || tsc.isArrowFunction(node)) return false;
  if (tsc.isClassLike(node)) return true;
  if (tsc.isClassLike(node.parent) || tsc.isAccessor(node)) return !isStatic(node);
  return info.usesThis;
}

/** The field in which an instance of a class inside a function keeps a variable of that function. */
export function capturedField(of: LocalVariable): string {
  return `#captured.${of.field ?? of.name}`;
}

/** A function's declared parameters, without the `this` that only the checker sees. */
export function parametersOf(node: FunctionInfo["node"]): readonly ts.ParameterDeclaration[] {
  if (tsc.isSourceFile(node) || tsc.isClassLike(node)) return [];
  return node.parameters.filter((one) => !(tsc.isIdentifier(one.name) && one.name.text === "this"));
}

export function isGenerator(node: FunctionInfo["node"]): boolean {
  return isFunctionNode(node) && node.asteriskToken !== undefined;
}

export function isAsync(node: FunctionInfo["node"]): boolean {
  return isFunctionNode(node) && hasModifier(node, tsc.SyntaxKind.AsyncKeyword);
}

/** A module that waits while it runs. */
export function awaitsAtTop(file: ts.SourceFile): boolean {
  const waits = (node: ts.Node): boolean => {
    if (isFunctionNode(node)) return false;
    if (tsc.isAwaitExpression(node) || (tsc.isForOfStatement(node) && node.awaitModifier !== undefined))
      return true;
    return tsc.forEachChild(node, (child) => waits(child) || undefined) ?? false;
  };
  return /\bawait\b/.test(file.text) && waits(file);
}
