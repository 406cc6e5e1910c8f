/** Loops. */

import type { Block, Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { withListedMethods } from "../prototypes/listed-methods.ts";
import { hasPrototypes, inheritedNames } from "../prototypes/prototype-objects.ts";
import { startAsyncIteration } from "../suspending/async-iteration.ts";
import { iterableText } from "../tree/callee-text.ts";
import { usingOf } from "../tree/function-shape.ts";
import { variables } from "../values/variable-statements.ts";
import { copyLoopCells, enterScope } from "../values/variables.ts";
import { type IterationLoop, startIteration } from "./iteration.ts";
import { usingIn } from "./using.ts";

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
  const { initializer } = node;
  enterScope(f, node);
  if (initializer && tsc.isVariableDeclarationList(initializer)) {
    if (usingOf(initializer)) return usingIn(f, initializer, () => loopOfFor(f, node, labels));
    variables(f, initializer);
  } else if (initializer) f.syntax.effect(f, initializer);
  loopOfFor(f, node, labels);
}

/** A `for` loop behind its declarations. */
function loopOfFor(f: FunctionContext, node: ts.ForStatement, labels: readonly string[]): void {
  const { builder } = f;
  const { condition, incrementor } = node;
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

/** Names are listed when the loop begins; one that was deleted meanwhile is skipped. */
export function forInStatement(f: FunctionContext, node: ts.ForInStatement, labels: readonly string[]): void {
  enterScope(f, node);
  const object = f.expression(node.expression);
  const chain = hasPrototypes(f) ? f.translation.preludeFunctionNamed(inheritedNames) : undefined;
  const own = chain
    ? f.emit("call", [object], node.expression, { function: chain.name })
    : f.emit("call_builtin", [object], node.expression, { name: "Object.forIn" });
  const names = withListedMethods(f, own, object, node.expression);
  const loop = startIteration(f, names, node.expression);
  if (f.translation.names.deletes && !chain) {
    const inside = f.builder.block();
    const present = f.emit("has_property", [loop.value, object], node.expression);
    f.builder.branch(f.emit("truthy", [present], node), inside, loop.next);
    f.builder.sealAndStart(inside);
  }
  bodyOver(f, node, labels, loop);
}

export function forOfStatement(f: FunctionContext, node: ts.ForOfStatement, labels: readonly string[]): void {
  enterScope(f, node);
  const iterable = f.expression(node.expression);
  bodyOver(f, node, labels, node.awaitModifier ? overAsync(f, node, iterable) : overSync(f, node, iterable));
}

function overSync(f: FunctionContext, node: ts.ForOfStatement, iterable: Operand): IterationLoop {
  return startIteration(f, iterable, node.expression, { shown: iterableText(node.expression) });
}

function overAsync(f: FunctionContext, node: ts.ForOfStatement, iterable: Operand): IterationLoop {
  const awaiting = f.suspension?.awaiting;
  if (awaiting)
    return startAsyncIteration(f, awaiting, iterable, node.expression, iterableText(node.expression));
  f.refuse(node, "await");
  return overSync(f, node, iterable);
}

/** The body of a loop over values: it begins by giving the variable the value. */
function bodyOver(
  f: FunctionContext,
  node: ts.ForOfStatement | ts.ForInStatement,
  labels: readonly string[],
  loop: IterationLoop,
): void {
  const { initializer } = node;
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
  const each = (): void => f.syntax.statement(f, node.statement);
  if (tsc.isVariableDeclarationList(initializer)) {
    const declaration = initializer.declarations[0];
    if (usingOf(initializer)) usingIn(f, initializer, each, loop.value);
    else {
      if (declaration) f.syntax.declarePattern(f, declaration.name, declaration, loop.value);
      each();
    }
  } else {
    f.syntax.assign(f, initializer, loop.value);
    each();
  }
  f.enclosing.pop();
  f.enclosing.pop();
  loop.finish();
}
