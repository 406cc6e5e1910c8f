/** The dispatch over kinds of expressions, and those that belong to no family. */

import { constants, type Operand } from "../graph/graph.ts";
import { callExpression, newExpression, taggedTemplate } from "./calls/calls.ts";
import { type ts, tsc } from "./checker/typescript.ts";
import { classDeclaration } from "./classes/classes.ts";
import { newTarget } from "./classes/new-target.ts";
import { condition } from "./control/conditions.ts";
import { throwNew } from "./control/raising.ts";
import { argumentsObject } from "./functions/arguments-object.ts";
import type { FunctionContext } from "./functions/function-context.ts";
import { isGlobalObject, isNamespace, libraryConstants, libraryName } from "./names/library-names.ts";
import { namespaceNamed } from "./names/namespaces.ts";
import { deleteExpression } from "./properties/dynamic-names.ts";
import { awaitExpression } from "./suspending/awaiting.ts";
import { yieldExpression } from "./suspending/generators.ts";
import { literalConstant } from "./tree/literal-constants.ts";
import { logicalOf } from "./tree/operator-table.ts";
import { isFunctionNode } from "./tree/syntax-tree.ts";
import { describeSyntax } from "./tree/syntax-words.ts";
import { assignment, isAssignmentExpression, update } from "./values/assignments.ts";
import { enumMemberValue } from "./values/enums.ts";
import { arrayLiteral, objectLiteral } from "./values/literals.ts";
import { libraryMember, memberAccess, thisExpression } from "./values/members.ts";
import { namespaceObject } from "./values/namespace-objects.ts";
import { binaryExpression, logicalExpression, unaryExpression } from "./values/operators.ts";
import { readBinding } from "./values/read-binding.ts";
import { templateExpression } from "./values/templates.ts";

const K = tsc.SyntaxKind;

export function expression(f: FunctionContext, node: ts.Expression): Operand {
  const constant = literalConstant(node);
  if (constant) return constant;
  switch (node.kind) {
    case K.Identifier:
      return identifier(f, node as ts.Identifier);
    case K.ThisKeyword:
      return thisExpression(f, node);
    case K.ParenthesizedExpression:
    case K.AsExpression:
    case K.SatisfiesExpression:
    case K.NonNullExpression:
    case K.TypeAssertionExpression:
    case K.ExpressionWithTypeArguments:
      return f.expression((node as ts.ParenthesizedExpression).expression);
    case K.PropertyAccessExpression:
    case K.ElementAccessExpression:
      return memberAccess(f, node as ts.PropertyAccessExpression);
    case K.CallExpression:
      return callExpression(f, node as ts.CallExpression);
    case K.NewExpression:
      return newExpression(f, node as ts.NewExpression);
    case K.BinaryExpression:
      if (isAssignmentExpression(node)) return assignment(f, node);
      return binary(f, node as ts.BinaryExpression);
    case K.PrefixUnaryExpression:
    case K.PostfixUnaryExpression: {
      const { operator } = node as ts.PrefixUnaryExpression;
      if (operator === K.PlusPlusToken || operator === K.MinusMinusToken) {
        return update(f, node as ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, true);
      }
      return unaryExpression(f, node as ts.PrefixUnaryExpression);
    }
    case K.ConditionalExpression:
      return conditional(f, node as ts.ConditionalExpression);
    case K.TypeOfExpression:
      if (isGlobalObject(f.translation.names, (node as ts.TypeOfExpression).expression))
        return constants.string("object");
      return f.emit("typeof", [f.expression((node as ts.TypeOfExpression).expression)], node);
    case K.VoidExpression:
      f.syntax.effect(f, (node as ts.VoidExpression).expression);
      return constants.undefined;
    case K.TemplateExpression:
      return templateExpression(f, node as ts.TemplateExpression);
    case K.ArrayLiteralExpression:
      return arrayLiteral(f, node as ts.ArrayLiteralExpression);
    case K.ObjectLiteralExpression:
      return objectLiteral(f, node as ts.ObjectLiteralExpression);
    case K.FunctionExpression:
    case K.ArrowFunction:
      return f.syntax.functionValue(f, f.translation.names.functionOf(node as ts.ArrowFunction));
    case K.ClassExpression:
      return classDeclaration(f, node as ts.ClassExpression);
    case K.DeleteExpression:
      return deleteExpression(f, node as ts.DeleteExpression);
    case K.AwaitExpression:
      return awaitExpression(f, node as ts.AwaitExpression);
    case K.YieldExpression:
      return yieldExpression(f, node as ts.YieldExpression);
    case K.RegularExpressionLiteral:
      return f.refuse(node, "regexp");
    case K.TaggedTemplateExpression:
      return taggedTemplate(f, node as ts.TaggedTemplateExpression);
    case K.MetaProperty:
      if ((node as ts.MetaProperty).keywordToken !== K.NewKeyword) return f.refuse(node, "importMeta");
      return newTarget(f, node);
    case K.SuperKeyword:
      return f.refuse(node, "superElsewhere");
    case K.ImportKeyword:
      return f.refuse(node, "dynamicImport");
    default:
      return f.refuse(node, "syntax", describeSyntax(node));
  }
}

/** Evaluates for what it does. */
export function effect(f: FunctionContext, node: ts.Expression): void {
  if (tsc.isParenthesizedExpression(node)) return effect(f, node.expression);
  if (tsc.isPrefixUnaryExpression(node) || tsc.isPostfixUnaryExpression(node)) {
    if (node.operator === K.PlusPlusToken || node.operator === K.MinusMinusToken) {
      update(f, node, false);
      return;
    }
  }
  if (tsc.isBinaryExpression(node) && node.operatorToken.kind === K.CommaToken) {
    effect(f, node.left);
    return effect(f, node.right);
  }
  if (tsc.isConditionalExpression(node) || isLogical(node)) return branchingEffect(f, node);
  f.expression(node);
}

function isLogical(node: ts.Expression): node is ts.BinaryExpression {
  if (!tsc.isBinaryExpression(node)) return false;
  const kind = logicalOf(node.operatorToken.kind);
  return (kind === "and" || kind === "or") && !isAssignmentExpression(node);
}

function branchingEffect(f: FunctionContext, node: ts.ConditionalExpression | ts.BinaryExpression): void {
  const { builder } = f;
  const then = builder.block();
  const otherwise = builder.block();
  const after = builder.block();
  const isOr = tsc.isBinaryExpression(node) && logicalOf(node.operatorToken.kind) === "or";
  const tested = tsc.isBinaryExpression(node) ? node.left : node.condition;
  const whenTrue = tsc.isBinaryExpression(node) ? (isOr ? undefined : node.right) : node.whenTrue;
  const whenFalse = tsc.isBinaryExpression(node) ? (isOr ? node.right : undefined) : node.whenFalse;
  condition(f, tested, then, otherwise);
  builder.sealAndStart(then);
  if (whenTrue) effect(f, whenTrue);
  builder.jump(after);
  builder.sealAndStart(otherwise);
  if (whenFalse) effect(f, whenFalse);
  builder.jump(after);
  builder.sealAndStart(after);
}

function identifier(f: FunctionContext, node: ts.Identifier): Operand {
  if (node.text === "undefined") return constants.undefined;
  const { names } = f.translation;
  const binding = names.bindingOf(node);
  if (binding) return readBinding(f, binding, node);
  const member = names.declarationOf(node);
  if (member && tsc.isEnumMember(member)) return enumMemberValue(f, member);
  if (node.text === "arguments") return argumentsObject(f, node);
  if (node.text === "globalThis") return f.refuse(node, "globalThis");
  const namespace = namespaceNamed(names, node);
  if (namespace) return namespaceObject(f, namespace, node);
  if (isNamespace(names, node)) {
    const isFound = names.symbolOf(node)?.valueDeclaration !== undefined;
    return isFound ? f.refuse(node, "namespaceValue", node.text) : constants.undefined;
  }
  const library = libraryName(names, node);
  if (library === undefined) {
    if (isToldElsewhere(f, node) || isAskedFor(node)) return constants.undefined;
    if (!isGuarded(node) && !isMissing(f, node)) return f.refuse(node, "unknownName", node.text);
    throwNew(f, "ReferenceError", `${node.text} is not defined`, node);
    return constants.undefined;
  }
  return libraryConstants[library] ?? libraryMember(f, library, node);
}

/** Names of refused namespaces, and of imports that were not found. */
function isToldElsewhere(f: FunctionContext, node: ts.Identifier): boolean {
  const declaration = f.translation.names.checker.getSymbolAtLocation(node)?.declarations?.[0];
  const isRefused =
    declaration !== undefined && (tsc.isModuleDeclaration(declaration) || isImport(declaration));
  return isRefused && f.translation.messages.hasErrors;
}

/** `typeof name`, where Node has nothing of that name either. */
function isAskedFor(node: ts.Identifier): boolean {
  return tsc.isTypeOfExpression(node.parent) && !(node.text in globalThis);
}

/** Some test around asks for `typeof name`: what stands behind it throws if it is reached, as on Node. */
function isGuarded(node: ts.Identifier): boolean {
  if (node.text in globalThis) return false;
  const asked = new RegExp(`\\btypeof\\s+${node.text.replaceAll("$", "\\$")}(?![\\w$])`);
  for (let at: ts.Node = node; !tsc.isSourceFile(at) && !isFunctionNode(at); at = at.parent) {
    const { parent } = at;
    const test =
      tsc.isConditionalExpression(parent) && at !== parent.condition
        ? parent.condition
        : tsc.isIfStatement(parent) && at !== parent.expression
          ? parent.expression
          : tsc.isBinaryExpression(parent) && at === parent.right && isLogical(parent)
            ? parent.left
            : undefined;
    if (test && asked.test(test.getText())) return true;
  }
  return false;
}

/** Names that a module on Node may have although nothing declares them. */
const namesOfScripts = /^(require|module|exports|__filename|__dirname)$/;

/** In a script a name that nothing declares is found missing when it is asked for; TypeScript tells of it before. */
function isMissing(f: FunctionContext, node: ts.Identifier): boolean {
  if (!/\.[cm]?js$/.test(node.getSourceFile().fileName) || node.text in globalThis) return false;
  const isImported = f.translation.names.checker.getSymbolAtLocation(node)?.declarations !== undefined;
  return !isImported && !namesOfScripts.test(node.text);
}

function isImport(node: ts.Node): boolean {
  return tsc.isImportSpecifier(node) || tsc.isImportClause(node) || tsc.isNamespaceImport(node);
}

function binary(f: FunctionContext, node: ts.BinaryExpression): Operand {
  if (node.operatorToken.kind === K.CommaToken) {
    f.syntax.effect(f, node.left);
    return f.expression(node.right);
  }
  const logical = logicalOf(node.operatorToken.kind);
  return logical ? logicalExpression(f, node, logical) : binaryExpression(f, node);
}

function conditional(f: FunctionContext, node: ts.ConditionalExpression): Operand {
  return f.join((meet) => {
    const then = f.builder.block();
    const otherwise = f.builder.block();
    condition(f, node.condition, then, otherwise);
    f.builder.sealAndStart(then);
    meet(f.expression(node.whenTrue));
    f.builder.sealAndStart(otherwise);
    meet(f.expression(node.whenFalse));
  });
}
