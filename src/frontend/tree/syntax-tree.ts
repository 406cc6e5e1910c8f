/** Questions about the place of a node in its syntax tree. */

import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionNode } from "../names/bindings.ts";

/** What is left of an expression after parentheses, casts, `!` and `satisfies`, which mean nothing at run time. */
export function skipErased(node: ts.Expression): ts.Expression {
  let at = node;
  while (
    tsc.isParenthesizedExpression(at) ||
    tsc.isAsExpression(at) ||
    tsc.isSatisfiesExpression(at) ||
    tsc.isNonNullExpression(at) ||
    tsc.isTypeAssertionExpression(at) ||
    tsc.isExpressionWithTypeArguments(at)
  ) {
    at = at.expression;
  }
  return at;
}

export function isFunctionNode(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    tsc.isFunctionDeclaration(node) ||
    tsc.isFunctionExpression(node) ||
    tsc.isArrowFunction(node) ||
    tsc.isMethodDeclaration(node) ||
    tsc.isConstructorDeclaration(node) ||
    tsc.isAccessor(node)
  );
}

export function isStatic(node: ts.Node): boolean {
  return (
    tsc.isClassStaticBlockDeclaration(node) ||
    (tsc.canHaveModifiers(node) &&
      (tsc.getModifiers(node)?.some((one) => one.kind === tsc.SyntaxKind.StaticKeyword) ?? false))
  );
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return tsc.canHaveModifiers(node) && (tsc.getModifiers(node)?.some((one) => one.kind === kind) ?? false);
}

export function constructorOf(node: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find(
    (one): one is ts.ConstructorDeclaration => tsc.isConstructorDeclaration(one) && one.body !== undefined,
  );
}

/**
 * The function whose code evaluates a node. Initialisers of fields belong to the constructor, static ones to what is
 * around the class; a function's parameters belong to the function, the function itself to what is around it.
 */
export function functionNodeOf(node: ts.Node): FunctionNode {
  let at: ts.Node = node;
  for (let parent = at.parent; ; at = parent, parent = at.parent) {
    if (tsc.isSourceFile(parent)) return parent;
    if (isFunctionNode(parent)) {
      const isOutside = "name" in parent && parent.name === at && tsc.isComputedPropertyName(at);
      if (!isOutside) return parent;
    }
    if (tsc.isPropertyDeclaration(parent) && parent.initializer === at && !isStatic(parent)) {
      const owner = parent.parent;
      return constructorOf(owner) ?? owner;
    }
  }
}

/** The node whose evaluation gives a declared name fresh storage. */
export function blockScopeOf(declaration: ts.Node): ts.Node {
  if (tsc.isParameter(rootDeclaration(declaration))) return functionNodeOf(declaration);
  const root = rootDeclaration(declaration);
  if (tsc.isVariableDeclaration(root)) {
    if (tsc.isCatchClause(root.parent)) return root.parent;
    const isVar = (tsc.getCombinedNodeFlags(root) & tsc.NodeFlags.BlockScoped) === 0;
    if (isVar) return functionNodeOf(declaration);
  }
  for (let at = root.parent; ; at = at.parent) {
    if (isScope(at)) return isFunctionBody(at) ? at.parent : at;
  }
}

export function rootDeclaration(declaration: ts.Node): ts.Node {
  let at = declaration;
  while (tsc.isBindingElement(at)) at = at.parent.parent;
  return at;
}

function isScope(node: ts.Node): boolean {
  return (
    tsc.isBlock(node) ||
    tsc.isSourceFile(node) ||
    tsc.isCaseBlock(node) ||
    tsc.isForStatement(node) ||
    tsc.isForOfStatement(node) ||
    tsc.isForInStatement(node) ||
    tsc.isClassStaticBlockDeclaration(node) ||
    isFunctionNode(node) ||
    tsc.isModuleBlock(node)
  );
}

/** A function's outermost block shares the function's scope. */
function isFunctionBody(node: ts.Node): boolean {
  return tsc.isBlock(node) && isFunctionNode(node.parent);
}

export function isLoop(node: ts.Node): node is ts.IterationStatement {
  return tsc.isIterationStatement(node, false);
}

/** What runs once with its module: it stands in no function and no loop. */
export function isEvaluatedOnce(node: ts.Node): boolean {
  if (!tsc.isSourceFile(functionNodeOf(node))) return false;
  for (let at = node.parent; !tsc.isSourceFile(at); at = at.parent) if (isLoop(at)) return false;
  return true;
}

export type ThisContext =
  | { readonly kind: "function"; readonly node: FunctionNode }
  | { readonly kind: "static"; readonly owner: ts.ClassLikeDeclaration }
  | { readonly kind: "none" };

/** Whose `this` a node sees. */
export function thisContextOf(node: ts.Node): ThisContext {
  let at: ts.Node = node;
  for (let parent = at.parent; ; at = parent, parent = at.parent) {
    if (tsc.isSourceFile(parent)) return { kind: "none" };
    if (tsc.isClassStaticBlockDeclaration(parent)) return { kind: "static", owner: parent.parent };
    if (tsc.isPropertyDeclaration(parent) && parent.initializer === at) {
      if (isStatic(parent)) return { kind: "static", owner: parent.parent };
      return { kind: "function", node: constructorOf(parent.parent) ?? parent.parent };
    }
    if (!isFunctionNode(parent) || tsc.isArrowFunction(parent)) continue;
    if (tsc.isClassLike(parent.parent) && isStatic(parent)) return { kind: "static", owner: parent.parent };
    return { kind: "function", node: parent };
  }
}

/** The name of a function whose `new.target` is asked for, its own or that of its constant. */
export function nameOfTarget(node: ts.Node): ts.Identifier | undefined {
  if (!tsc.isFunctionDeclaration(node) && !tsc.isFunctionExpression(node)) return undefined;
  const { name, parent } = node;
  if (name || !tsc.isVariableDeclaration(parent)) return name;
  return tsc.isIdentifier(parent.name) ? parent.name : undefined;
}
