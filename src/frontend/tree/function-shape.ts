import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionInfo, LocalVariable } from "../names/bindings.ts";
import { hasModifier, isFunctionNode, isStatic } from "./syntax-tree.ts";

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

/** Whether what is declared is disposed of at the end of its scope. */
export function usingOf(list: ts.VariableDeclarationList): "using" | "await using" | undefined {
  const flags = list.flags & tsc.NodeFlags.BlockScoped;
  if (flags === tsc.NodeFlags.Using) return "using";
  return flags === tsc.NodeFlags.AwaitUsing ? "await using" : undefined;
}

/** A module that waits while it runs. */
export function awaitsAtTop(file: ts.SourceFile): boolean {
  const waits = (node: ts.Node): boolean => {
    if (isFunctionNode(node)) return false;
    if (tsc.isAwaitExpression(node) || (tsc.isForOfStatement(node) && node.awaitModifier !== undefined))
      return true;
    if (tsc.isVariableDeclarationList(node) && usingOf(node) === "await using") return true;
    return tsc.forEachChild(node, (child) => waits(child) || undefined) ?? false;
  };
  return /\bawait\b/.test(file.text) && waits(file);
}

const mentions = new WeakMap<ts.Node, boolean>();

/** Its own code, not that of functions inside but for arrow functions, mentions `arguments`. */
export function usesArguments(node: FunctionInfo["node"]): boolean {
  if (!isFunctionNode(node) || tsc.isArrowFunction(node) || !node.body) return false;
  let known = mentions.get(node);
  if (known === undefined) {
    known = /\barguments\b/.test(node.getSourceFile().text) && mentionsArguments(node.body);
    mentions.set(node, known);
  }
  return known;
}

function mentionsArguments(node: ts.Node): boolean {
  if (tsc.isIdentifier(node)) return node.text === "arguments" && !isMemberName(node);
  if (isFunctionNode(node) && !tsc.isArrowFunction(node)) return false;
  return tsc.forEachChild(node, (child) => mentionsArguments(child) || undefined) ?? false;
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (tsc.isPropertyAccessExpression(parent) || tsc.isPropertyAssignment(parent)) && parent.name === node;
}

/** The names of a function's parameters in its graph. */
export function parameterNames(node: FunctionInfo["node"]): string[] {
  if (usesArguments(node)) return ["arguments"];
  return parametersOf(node).map((one) => (tsc.isIdentifier(one.name) ? one.name.text : "argument"));
}
