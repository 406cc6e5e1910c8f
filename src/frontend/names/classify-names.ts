/**
 * What kind of variable each declared name is: one of the module that functions share, one of a function, or just a name
 * for a function; and which function mentions what.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import { copiesOf } from "../tree/syntax-copies.ts";
import { functionNodeOf, isEvaluatedOnce, rootDeclaration, skipErased } from "../tree/syntax-tree.ts";
import type { Access, FunctionInfo, GlobalVariable, LocalVariable } from "./bindings.ts";
import { isConst, isInNamespace, type NameTable } from "./name-table.ts";

/** What the walk over all modules has found, in source order. */
export interface FoundNames {
  readonly declared: Map<ts.Node, string>;
  readonly mentions: Mention[];
}

export interface Mention {
  /** Undefined for `this`, whose function is in `owner`. */
  readonly declaration: ts.Node | undefined;
  readonly owner: FunctionInfo | undefined;
  readonly access: Access;
}

export function classifyNames(names: NameTable, found: FoundNames): void {
  const accesses = new Map<ts.Node, Access[]>();
  for (const { declaration, access } of found.mentions) {
    if (!declaration) continue;
    const list = accesses.get(declaration);
    if (list) list.push(access);
    else accesses.set(declaration, [access]);
  }
  for (const [declaration, name] of found.declared) {
    const used = accesses.get(declaration) ?? [];
    const target = functionOfDeclaration(declaration);
    const variable = makeVariable(names, declaration, name, used, target !== undefined);
    variable.accesses.push(...used);
    if (!target) names.bindings.set(declaration, variable);
    else {
      const isHoisted = tsc.isFunctionDeclaration(declaration);
      names.functionBinding(declaration, names.functionOf(target), variable, isHoisted);
    }
  }
  for (const one of found.mentions) placeMention(names, one);
}

function makeVariable(
  names: NameTable,
  declaration: ts.Node,
  name: string,
  used: readonly Access[],
  isFunction: boolean,
): LocalVariable | GlobalVariable {
  const root = rootDeclaration(declaration);
  const owner = names.functionOf(functionNodeOf(declaration));
  const constant = isFunction || (tsc.isVariableDeclaration(root) && isConst(root));
  const isShared =
    isFunction ||
    names.exported.has(declaration) ||
    isInNamespace(declaration) ||
    used.some((one) => one.inside !== owner);
  if (isTopOfModule(declaration) && isShared) {
    if (isFunction) return functionVariable(names, declaration, name);
    return names.global(declaration, name, constant, isVar(root));
  }
  return names.local(declaration, name, { constant, initialisedAt: initialisedAt(declaration, root) });
}

/** Notes in each function what it mentions of functions around it. */
function placeMention(names: NameTable, { declaration, owner, access }: Mention): void {
  if (owner) {
    const variable = names.thisVariable(owner);
    variable.accesses.push(access);
    if (access.inside !== owner) noteMention(access.inside, variable);
    return;
  }
  const binding = declaration && names.bindings.get(declaration);
  if (binding?.kind === "class") {
    binding.variable.accesses.push(access);
    noteMention(access.inside, binding);
  } else if (binding?.kind === "local" && binding.owner !== access.inside)
    noteMention(access.inside, binding);
  else if (binding?.kind === "function-binding") noteMention(access.inside, binding);
}

export function noteMention(inside: FunctionInfo, one: FunctionInfo["mentions"][number]): void {
  if (!inside.mentions.includes(one)) inside.mentions.push(one);
}

function functionVariable(names: NameTable, declaration: ts.Node, name: string): GlobalVariable {
  const target = functionOfDeclaration(declaration);
  return {
    kind: "global",
    name: target ? names.functionOf(target).name : name,
    declaration,
    module: names.moduleOf(declaration),
    constant: true,
    initialisedAt: tsc.isFunctionDeclaration(declaration) ? -1 : declaration.end,
    hoisted: false,
    value: undefined,
    checked: false,
    accesses: [],
  };
}

function initialisedAt(declaration: ts.Node, root: ts.Node): number {
  if (tsc.isFunctionDeclaration(declaration)) return declaration.pos;
  if (tsc.isVariableDeclaration(root)) {
    if (tsc.isCatchClause(root.parent)) return declaration.end;
    if (isVar(root)) return -1;
  }
  return declaration.end;
}

/** The function for which a declaration's name always stands. */
export function functionOfDeclaration(declaration: ts.Node): ts.FunctionLikeDeclaration | undefined {
  if (tsc.isFunctionDeclaration(declaration) || tsc.isFunctionExpression(declaration)) return declaration;
  if (!tsc.isVariableDeclaration(declaration) || !declaration.initializer || !isConst(declaration))
    return undefined;
  if (!tsc.isIdentifier(declaration.name) || !tsc.isVariableStatement(declaration.parent.parent))
    return undefined;
  const value = skipErased(declaration.initializer);
  return tsc.isArrowFunction(value) || tsc.isFunctionExpression(value) ? value : undefined;
}

function isTopOfModule(declaration: ts.Node): boolean {
  const root = rootDeclaration(declaration);
  if (isOfModulesCall(root)) return true;
  if (tsc.isExportAssignment(root)) return true;
  if (isInNamespace(declaration)) return tsc.isSourceFile(functionNodeOf(root));
  if (tsc.isFunctionDeclaration(root)) return tsc.isSourceFile(root.parent);
  if (!tsc.isVariableDeclaration(root) || !tsc.isVariableDeclarationList(root.parent)) return false;
  if (isVar(root)) return tsc.isSourceFile(functionNodeOf(root)) && !isInStaticBlock(root);
  return tsc.isVariableStatement(root.parent.parent) && tsc.isSourceFile(root.parent.parent.parent);
}

/** A parameter or constant of a mixin, where the call of it is evaluated once, as the module is. */
function isOfModulesCall(root: ts.Node): boolean {
  const call = copiesOf(root)?.call;
  if (!call) return false;
  const isOwn = tsc.isVariableDeclaration(root)
    ? root.parent.parent.parent.parent === call
    : tsc.isParameter(root) && (root.parent as ts.Node) === call;
  return isOwn && isEvaluatedOnce(call);
}

function isVar(root: ts.Node): boolean {
  return (
    tsc.isVariableDeclaration(root) && (tsc.getCombinedNodeFlags(root) & tsc.NodeFlags.BlockScoped) === 0
  );
}

function isInStaticBlock(node: ts.Node): boolean {
  for (let at = node.parent; !tsc.isSourceFile(at); at = at.parent) {
    if (tsc.isClassStaticBlockDeclaration(at)) return true;
  }
  return false;
}
