/** The names that functions and classes have in the running program. */

import { type ts, tsc } from "../checker/typescript.ts";
import { isAssignment } from "../tree/assignment-operators.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import type { FunctionNode } from "./bindings.ts";
import { constantName } from "./constant-names.ts";

/** A class's name: its own, or that of what it is the value of. */
export function className(node: ts.ClassLikeDeclaration): string {
  if (node.name) return node.name.text;
  return tsc.isClassDeclaration(node) ? "default" : assignedName(node);
}

/** A function's `name`; "anonymous" for none. Modules and constructors have names for people. */
export function displayName(node: FunctionNode): string {
  if (tsc.isSourceFile(node)) return "module";
  if (tsc.isClassLike(node)) return node.name?.text ?? "class";
  if (tsc.isConstructorDeclaration(node)) return node.parent.name?.text ?? "constructor";
  if (node.name) return writtenName(node.name);
  return (tsc.isExpression(node) ? assignedName(node) : "default") || "anonymous";
}

/** `[Symbol.iterator]` stands in its brackets. */
function writtenName(name: ts.PropertyName): string {
  if (!tsc.isComputedPropertyName(name)) return name.text;
  if (tsc.isStringLiteralLike(name.expression)) return name.expression.text;
  return constantName(skipErased(name.expression)) ?? name.getText();
}

/** The name that a function or class without one gets of what it is the value of; none but by its syntax. */
function assignedName(node: ts.Expression): string {
  let at: ts.Node = node;
  while (tsc.isExpression(at.parent) && skipErased(at.parent) === node) at = at.parent;
  const { parent } = at;
  if (tsc.isExportAssignment(parent)) return "default";
  if (tsc.isBinaryExpression(parent)) {
    const target = skipErased(parent.left);
    const isAssigned = isAssignment(parent.operatorToken.kind) && parent.right === at;
    return isAssigned && tsc.isIdentifier(target) ? target.text : "";
  }
  const isNamed =
    tsc.isVariableDeclaration(parent) ||
    tsc.isPropertyAssignment(parent) ||
    tsc.isPropertyDeclaration(parent) ||
    tsc.isBindingElement(parent) ||
    tsc.isParameter(parent);
  if (!isNamed || parent.initializer !== at) return "";
  const { name } = parent;
  return tsc.isIdentifier(name) || tsc.isStringLiteralLike(name) || tsc.isPrivateIdentifier(name)
    ? name.text
    : "";
}
