/**
 * Which mentions of module variables may come before the variable is initialised, and need a check. Most do not: up to
 * the first statement of a module that could call a function, nothing that a function mentions can be read.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import { literalConstant } from "../tree/literal-constants.ts";
import { isStatic, rootDeclaration, skipErased } from "../tree/syntax-tree.ts";
import type { Access, Binding, GlobalVariable } from "./bindings.ts";
import type { Uncertain } from "./captures.ts";
import { libraryName } from "./library-names.ts";
import type { NameTable } from "./name-table.ts";

export function decideInitialization(names: NameTable, uncertain: Uncertain): void {
  const quietUntil = new Map<ts.SourceFile, number>();
  for (const { file } of names.modules.values()) quietUntil.set(file, firstCall(names, file));
  for (const binding of new Set(names.bindings.values())) {
    const variable = globalOf(binding);
    if (!variable || variable.initialisedAt < 0) continue;
    if (binding.kind === "global") variable.value = constantOf(variable);
    for (const one of variable.accesses) {
      if (!isUncertain(variable, one, quietUntil.get(variable.module.file) ?? 0)) continue;
      variable.checked = true;
      if (variable.hoisted) break;
      uncertain.add(one.node);
    }
  }
}

function globalOf(binding: Binding): GlobalVariable | undefined {
  if (binding.kind === "global") return binding;
  if (binding.kind === "class") return binding.inside.parent ? undefined : binding.variable;
  return binding.kind === "function-binding" && binding.variable.kind === "global"
    ? binding.variable
    : undefined;
}

function isUncertain(variable: GlobalVariable, access: Access, quietUntil: number): boolean {
  if (variable.hoisted && !isUnconditional(variable)) return true;
  const isInit = access.inside.parent === undefined;
  if (access.inside.module !== variable.module) return variable.module.cyclic;
  if (isInit && !isOwnStaticMember(variable, access)) return access.position < variable.initialisedAt;
  return variable.module.cyclic || variable.initialisedAt > quietUntil;
}

/** A declaration at the top of the module runs, also as the start of a loop; one inside a statement may not. */
function isUnconditional({ declaration }: GlobalVariable): boolean {
  const list = rootDeclaration(declaration).parent;
  const statement = list.parent;
  const runs =
    tsc.isVariableStatement(statement) || (tsc.isForStatement(statement) && statement.initializer === list);
  return runs && tsc.isSourceFile(statement.parent);
}

/** Static fields and blocks of a class may mention it. */
function isOwnStaticMember(variable: GlobalVariable, access: Access): boolean {
  const { declaration } = variable;
  return (
    tsc.isClassLike(declaration) &&
    access.position >= declaration.members.pos &&
    access.end <= declaration.end
  );
}

function constantOf(variable: GlobalVariable): GlobalVariable["value"] {
  const { declaration } = variable;
  if (!variable.constant || !tsc.isVariableDeclaration(declaration) || !tsc.isIdentifier(declaration.name))
    return undefined;
  return declaration.initializer && literalConstant(declaration.initializer);
}

/** The start of the first statement that could call a function of the program. */
function firstCall(names: NameTable, file: ts.SourceFile): number {
  const found = file.statements.find((one) => !isQuietStatement(names, one));
  return found ? found.pos : file.end;
}

function isQuietStatement(names: NameTable, node: ts.Statement): boolean {
  if (tsc.isVariableStatement(node)) {
    return node.declarationList.declarations.every(
      ({ name, initializer }) => tsc.isIdentifier(name) && (!initializer || isQuiet(names, initializer)),
    );
  }
  if (tsc.isClassDeclaration(node)) return isQuietClass(names, node);
  if (tsc.isExpressionStatement(node)) return isQuiet(names, node.expression);
  return (
    tsc.isFunctionDeclaration(node) ||
    tsc.isImportDeclaration(node) ||
    tsc.isExportDeclaration(node) ||
    tsc.isInterfaceDeclaration(node) ||
    tsc.isTypeAliasDeclaration(node) ||
    tsc.isEnumDeclaration(node) ||
    tsc.isEmptyStatement(node)
  );
}

function isQuietClass(names: NameTable, node: ts.ClassLikeDeclaration): boolean {
  return node.members.every((one) => {
    if (tsc.isClassStaticBlockDeclaration(one)) return false;
    if (!tsc.isPropertyDeclaration(one) || !isStatic(one)) return true;
    return !one.initializer || isQuiet(names, one.initializer);
  });
}

/** Evaluating it calls no function of the program. */
function isQuiet(names: NameTable, given: ts.Expression): boolean {
  const node = skipErased(given);
  const quiet = (one: ts.Expression): boolean => isQuiet(names, one);
  if (tsc.isIdentifier(node) || tsc.isLiteralExpression(node)) return true;
  if (tsc.isArrowFunction(node) || tsc.isFunctionExpression(node)) return true;
  if (tsc.isClassExpression(node)) return isQuietClass(names, node);
  if (tsc.isPrefixUnaryExpression(node)) return quiet(node.operand);
  if (tsc.isBinaryExpression(node)) return quiet(node.left) && quiet(node.right);
  if (tsc.isConditionalExpression(node))
    return quiet(node.condition) && quiet(node.whenTrue) && quiet(node.whenFalse);
  if (tsc.isArrayLiteralExpression(node))
    return node.elements.every((one) => !tsc.isSpreadElement(one) && quiet(one));
  if (tsc.isElementAccessExpression(node)) return quiet(node.expression) && quiet(node.argumentExpression);
  if (tsc.isPropertyAccessExpression(node)) return libraryName(names, node) !== undefined;
  if (tsc.isCallExpression(node) || tsc.isNewExpression(node)) {
    const isLibrary = libraryName(names, node.expression) !== undefined;
    return isLibrary && (node.arguments ?? []).every((one) => quiet(one) && !isFunction(one));
  }
  if (tsc.isObjectLiteralExpression(node)) {
    return node.properties.every((one) => tsc.isPropertyAssignment(one) && quiet(one.initializer));
  }
  return (
    node.kind === tsc.SyntaxKind.TrueKeyword ||
    node.kind === tsc.SyntaxKind.FalseKeyword ||
    node.kind === tsc.SyntaxKind.NullKeyword
  );
}

function isFunction(given: ts.Expression): boolean {
  const node = skipErased(given);
  return tsc.isArrowFunction(node) || tsc.isFunctionExpression(node) || tsc.isIdentifier(node);
}
