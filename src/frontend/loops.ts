/** Loops. */
import type { Block } from "../graph/graph.ts";
import type { FunctionContext } from "./function-context.ts";
import { startIteration } from "./iteration.ts";
import { type ts, tsc } from "./typescript.ts";
import { variables } from "./variable-statements.ts";
import { copyLoopCells, enterScope } from "./variables.ts";

/** Translates a loop's body, inside which `break` and `continue` lead to these blocks. */
function body(
  f: FunctionContext,
  node: ts.IterationStatement,
  labels: readonly string[],
  breakTo: Block,
  continueTo: Block,
): void {
  f.enclosing.push({ kind: "target", statement: node, labels, plain: true, breakTo, continueTo });
  f.syntax.statement(f, node.statement);
  f.enclosing.pop();
}

export function whileStatement(f: FunctionContext, node: ts.WhileStatement, labels: readonly string[]): void {
  const { builder } = f;
  const header = builder.block();
  const inside = builder.block();
  const after = builder.block();
  builder.jump(header);
  builder.start(header);
  f.syntax.condition(f, node.expression, inside, after);
  builder.sealAndStart(inside);
  body(f, node, labels, after, header);
  builder.jump(header);
  builder.seal(header);
  builder.sealAndStart(after);
}

export function doStatement(f: FunctionContext, node: ts.DoStatement, labels: readonly string[]): void {
  const { builder } = f;
  const inside = builder.block();
  const test = builder.block();
  const after = builder.block();
  builder.jump(inside);
  builder.start(inside);
  body(f, node, labels, after, test);
  builder.jump(test);
  builder.sealAndStart(test);
  f.syntax.condition(f, node.expression, inside, after);
  builder.seal(inside);
  builder.sealAndStart(after);
}

export function forStatement(f: FunctionContext, node: ts.ForStatement, labels: readonly string[]): void {
  const { builder } = f;
  const { initializer, condition, incrementor } = node;
  enterScope(f, node);
  if (initializer) {
    if (tsc.isVariableDeclarationList(initializer)) variables(f, initializer);
    else f.syntax.effect(f, initializer);
  }
  const header = builder.block();
  const inside = builder.block();
  const next = builder.block();
  const after = builder.block();
  builder.jump(header);
  builder.start(header);
  if (condition) f.syntax.condition(f, condition, inside, after);
  else builder.jump(inside);
  builder.sealAndStart(inside);
  body(f, node, labels, after, next);
  builder.jump(next);
  builder.sealAndStart(next);
  copyLoopCells(f, node);
  if (incrementor) f.syntax.effect(f, incrementor);
  builder.jump(header);
  builder.seal(header);
  builder.sealAndStart(after);
}

export function forOfStatement(f: FunctionContext, node: ts.ForOfStatement, labels: readonly string[]): void {
  if (node.awaitModifier) {
    f.refuse(node, "async");
    return;
  }
  const { initializer } = node;
  enterScope(f, node);
  const loop = startIteration(f, f.expression(node.expression), node.expression);
  f.enclosing.push({
    kind: "target",
    statement: node,
    labels,
    plain: true,
    breakTo: loop.after,
    continueTo: loop.next,
  });
  f.enclosing.push({ kind: "iteration", close: () => loop.close() });
  enterScope(f, node);
  if (tsc.isVariableDeclarationList(initializer)) {
    const declaration = initializer.declarations[0];
    if (declaration) f.syntax.declarePattern(f, declaration.name, declaration, loop.value);
  } else {
    f.syntax.assign(f, initializer, loop.value);
  }
  f.syntax.statement(f, node.statement);
  f.enclosing.pop();
  f.enclosing.pop();
  loop.finish();
}
