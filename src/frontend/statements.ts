/** The dispatch over kinds of statements, and the simple ones. */

import { type ts, tsc } from "./checker/typescript.ts";
import { classDeclaration } from "./classes/classes.ts";
import { mixinsOf } from "./classes/mixins.ts";
import { markOf } from "./classes/tagged-classes.ts";
import { throwStatement, tryStatement } from "./control/exceptions.ts";
import { breakStatement, returnStatement } from "./control/exits.ts";
import {
  doStatement,
  forInStatement,
  forOfStatement,
  forStatement,
  whileStatement,
} from "./control/loops.ts";
import { switchStatement } from "./control/switch.ts";
import { statementsInScope } from "./control/using.ts";
import type { FunctionContext } from "./functions/function-context.ts";
import { declareFunction, hoistFunctions } from "./functions/functions.ts";
import { hasModifier, skipErased } from "./tree/syntax-tree.ts";
import { describeSyntax } from "./tree/syntax-words.ts";
import { enumDeclaration } from "./values/enums.ts";
import { variables } from "./values/variable-statements.ts";
import { declareVariable, enterScope } from "./values/variables.ts";

const K = tsc.SyntaxKind;

export function statements(f: FunctionContext, scope: ts.Node, list: readonly ts.Statement[]): void {
  enterScope(f, scope);
  hoistFunctions(f, list);
  statementsInScope(f, list);
}

export function statement(f: FunctionContext, node: ts.Statement): void {
  if (hasModifier(node, K.DeclareKeyword) || f.translation.prototypes.isUnderstood(node)) return;
  switch (node.kind) {
    case K.ExpressionStatement:
      return expressionStatement(f, node as ts.ExpressionStatement);
    case K.VariableStatement:
      return variables(f, (node as ts.VariableStatement).declarationList);
    case K.Block:
      return statements(f, node, (node as ts.Block).statements);
    case K.IfStatement:
      return ifStatement(f, node as ts.IfStatement);
    case K.ReturnStatement:
      return returnStatement(f, node as ts.ReturnStatement);
    case K.WhileStatement:
      return whileStatement(f, node as ts.WhileStatement, []);
    case K.DoStatement:
      return doStatement(f, node as ts.DoStatement, []);
    case K.ForStatement:
      return forStatement(f, node as ts.ForStatement, []);
    case K.ForOfStatement:
      return forOfStatement(f, node as ts.ForOfStatement, []);
    case K.ForInStatement:
      return forInStatement(f, node as ts.ForInStatement, []);
    case K.SwitchStatement:
      return switchStatement(f, node as ts.SwitchStatement, []);
    case K.LabeledStatement:
      return labeled(f, node as ts.LabeledStatement);
    case K.BreakStatement:
    case K.ContinueStatement:
      return breakStatement(f, node as ts.BreakStatement);
    case K.ThrowStatement:
      return throwStatement(f, node as ts.ThrowStatement);
    case K.TryStatement:
      return tryStatement(f, node as ts.TryStatement);
    case K.FunctionDeclaration:
      return declareFunction(f, node as ts.FunctionDeclaration);
    case K.ClassDeclaration:
      classDeclaration(f, node as ts.ClassDeclaration);
      return;
    case K.ExportAssignment:
      return exportDefault(f, node as ts.ExportAssignment);
    case K.WithStatement:
      f.refuse(node, "with");
      return;
    case K.DebuggerStatement:
      f.refuse(node, "debugger");
      return;
    case K.ModuleDeclaration:
      return namespaceDeclaration(f, node as ts.ModuleDeclaration);
    case K.EnumDeclaration:
      return enumDeclaration(f, node as ts.EnumDeclaration);
    case K.ImportEqualsDeclaration:
    case K.EmptyStatement:
    case K.NotEmittedStatement:
    case K.InterfaceDeclaration:
    case K.TypeAliasDeclaration:
    case K.ImportDeclaration:
    case K.ExportDeclaration:
    case K.NamespaceExportDeclaration:
      return;
    default:
      f.refuse(node, "syntax", describeSyntax(node));
  }
}

function expressionStatement(f: FunctionContext, node: ts.ExpressionStatement): void {
  const mark = markOf(node);
  if (mark === "wrong") f.refuse(node, "taggedMark");
  if (mark === undefined) f.syntax.effect(f, node.expression);
}

/** The code of a namespace is part of the module's. */
function namespaceDeclaration(f: FunctionContext, { body }: ts.ModuleDeclaration): void {
  if (!body) return;
  if (tsc.isModuleBlock(body)) statements(f, body, body.statements);
  else if (tsc.isModuleDeclaration(body)) namespaceDeclaration(f, body);
}

function ifStatement(f: FunctionContext, node: ts.IfStatement): void {
  const { builder } = f;
  const then = builder.block();
  const otherwise = builder.block();
  const after = builder.block();
  f.syntax.condition(f, node.expression, then, otherwise);
  builder.sealAndStart(then);
  f.syntax.statement(f, node.thenStatement);
  builder.jump(after);
  builder.sealAndStart(otherwise);
  if (node.elseStatement) f.syntax.statement(f, node.elseStatement);
  builder.jump(after);
  builder.sealAndStart(after);
}

function labeled(f: FunctionContext, node: ts.LabeledStatement): void {
  const labels: string[] = [];
  let inner: ts.Statement = node;
  while (tsc.isLabeledStatement(inner)) {
    labels.push(inner.label.text);
    inner = inner.statement;
  }
  switch (inner.kind) {
    case K.WhileStatement:
      return whileStatement(f, inner as ts.WhileStatement, labels);
    case K.DoStatement:
      return doStatement(f, inner as ts.DoStatement, labels);
    case K.ForStatement:
      return forStatement(f, inner as ts.ForStatement, labels);
    case K.ForOfStatement:
      return forOfStatement(f, inner as ts.ForOfStatement, labels);
    case K.ForInStatement:
      return forInStatement(f, inner as ts.ForInStatement, labels);
    case K.SwitchStatement:
      return switchStatement(f, inner as ts.SwitchStatement, labels);
  }
  const after = f.builder.block();
  f.enclosing.push({
    kind: "target",
    statement: inner,
    labels,
    plain: false,
    breakTo: after,
    continueTo: undefined,
  });
  f.syntax.statement(f, inner);
  f.enclosing.pop();
  f.builder.jump(after);
  f.builder.sealAndStart(after);
}

function exportDefault(f: FunctionContext, node: ts.ExportAssignment): void {
  const { names } = f.translation;
  const value = skipErased(node.expression);
  if (mixinsOf(names).isGone(value)) return;
  const binding = tsc.isIdentifier(value) ? names.bindingOf(value) : undefined;
  if (binding?.kind === "function-binding" || binding?.kind === "class" || binding?.kind === "enum") return;
  if (binding && (binding.kind === "global" || binding.kind === "local")) {
    if (!binding.constant && binding.accesses.some((one) => one.kind === "write"))
      f.refuse(node, "exportDefault");
    return;
  }
  const own = names.aliases.has(node) ? undefined : names.bindings.get(node);
  const result = f.expression(node.expression);
  if (own?.kind === "global") declareVariable(f, own, result, node);
}
