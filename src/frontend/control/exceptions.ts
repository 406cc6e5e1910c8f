/**
 * `throw`, `try`, `catch`, `finally`. Raising operations in a `try` end their block with a link to the handler. A `finally`
 * block is translated once for each way that leads through it: normal end, exception, and each target of jumps.
 */
import type { Block, Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { Enclosing, FunctionContext } from "../functions/function-context.ts";
import { enterScope } from "../values/variables.ts";
import { leave } from "./exits.ts";

export function throwStatement(f: FunctionContext, node: ts.ThrowStatement): void {
  f.builder.raise(f.expression(node.expression), spanOf(node));
}

export function tryStatement(f: FunctionContext, node: ts.TryStatement): void {
  if (node.finallyBlock) withFinally(f, node, node.finallyBlock);
  else withCatch(f, node);
}

/** The part without `finally`; afterwards the current block is where it ends normally. */
function withCatch(f: FunctionContext, node: ts.TryStatement): void {
  const { builder } = f;
  const { catchClause } = node;
  if (!catchClause) return f.syntax.statement(f, node.tryBlock);
  const outer = builder.handler;
  const handler = builder.handlerBlock(nameOfCaught(catchClause));
  const after = builder.block();
  builder.handler = handler;
  f.syntax.statement(f, node.tryBlock);
  builder.jump(after);
  builder.handler = outer;
  builder.sealAndStart(handler);
  catchBody(f, catchClause, handler);
  builder.jump(after);
  builder.sealAndStart(after);
}

function nameOfCaught(clause: ts.CatchClause): string {
  const name = clause.variableDeclaration?.name;
  return name && tsc.isIdentifier(name) ? name.text : "caught";
}

function catchBody(f: FunctionContext, clause: ts.CatchClause, handler: Block): void {
  const declaration = clause.variableDeclaration;
  const caught = handler.params[0];
  if (declaration && caught) {
    enterScope(f, clause);
    f.syntax.declarePattern(f, declaration.name, declaration, caught);
  }
  f.syntax.statement(f, clause.block);
}

function withFinally(f: FunctionContext, node: ts.TryStatement, finallyBlock: ts.Block): void {
  withEnding(
    f,
    node,
    () => withCatch(f, node),
    () => f.syntax.statement(f, finallyBlock),
  );
}

/** Code that has something to do at its end, however it is left; `ending` is told of what has been thrown. */
export function withEnding(
  f: FunctionContext,
  node: ts.Node,
  body: () => void,
  ending: (thrown: Operand | undefined) => void,
): void {
  const { builder } = f;
  const outer = builder.handler;
  const handler = builder.handlerBlock("thrown");
  const region: Extract<Enclosing, { kind: "finally" }> = { kind: "finally", exits: [], handler: outer };
  const after = builder.block();
  builder.handler = handler;
  f.enclosing.push(region);
  body();
  f.enclosing.pop();
  builder.handler = outer;

  ending(undefined);
  builder.jump(after);
  for (const { target, entry } of region.exits) {
    builder.sealAndStart(entry);
    const value = entry.params[0];
    ending(undefined);
    leave(f, target, value);
  }
  const thrown = handler.params[0];
  if (builder.isReached(handler) && thrown) {
    builder.sealAndStart(handler);
    ending(thrown);
    builder.raise(thrown, spanOf(node));
  } else builder.seal(handler);
  builder.sealAndStart(after);
}
