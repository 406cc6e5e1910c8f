/** Going through an iterable with a cursor: `for…of`, spread. */
import { type Block, constants, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { calleeText, iterableText } from "../tree/callee-text.ts";
import { temporary } from "../values/variables.ts";

/** The blocks of a loop over an iterable; the caller fills the body and seals `next` and `after`. */
export interface IterationLoop {
  readonly value: Operand;
  readonly next: Block;
  readonly after: Block;
  /** Ends the loop: to be called where the body ends. */
  finish(): void;
  /** Leaving the loop early. */
  close(): void;
}

/** What is said of something that cannot be iterated. */
export interface OpenAttributes {
  readonly shown?: string;
  /** The last arguments of a call. */
  readonly spread?: true;
  /** Its elements count where it has a length: that is not supported. */
  readonly hasLength?: true;
}

function spreadAttributes(node: ts.SpreadElement): OpenAttributes {
  const { parent } = node;
  const isLastArgument =
    (tsc.isCallExpression(parent) || tsc.isNewExpression(parent)) && parent.arguments?.at(-1) === node;
  return isLastArgument
    ? { shown: calleeText(node.expression), spread: true }
    : { shown: iterableText(node.expression) };
}

/** Starts a loop; the current block is then the body's first, with the value at hand. */
export function startIteration(
  f: FunctionContext,
  iterable: Operand,
  node: ts.Node,
  attributes: OpenAttributes = {},
): IterationLoop {
  const { builder } = f;
  // No program knows the names that the library has for what it is given.
  const iterator = f.emit("iter_open", [iterable], node, f.info.module.prelude ? {} : { ...attributes });
  const cursor = temporary("cursor");
  builder.write(cursor, constants.int(0));
  const header = builder.block();
  const body = builder.block();
  const next = builder.block();
  const after = builder.block();
  builder.jump(header);
  builder.start(header);
  const step = f.emit("iter_next", [iterator, builder.read(cursor), constants.undefined], node);
  const more = f.emit("iter_more", [step], node);
  builder.branch(f.emit("truthy", [more], node), body, after);
  builder.sealAndStart(body);
  const value = f.emit("iter_value", [iterator, builder.read(cursor), step], node);
  const loop = { header, next, after, closes: f.translation.closesIterators };
  return iterationLoop(f, value, node, loop, {
    advance() {
      builder.write(cursor, f.emit("iter_advance", [iterator, builder.read(cursor)], node));
    },
    close() {
      f.emit("iter_return", [iterator, constants.undefined], node);
    },
  });
}

/** The body of a loop begins here: what it throws closes the iterator, if iterators are closed at all. */
export function iterationLoop(
  f: FunctionContext,
  value: Operand,
  node: ts.Node,
  { header, next, after, closes }: Pick<IterationLoop, "next" | "after"> & { header: Block; closes: boolean },
  iterator: { advance(): void; close(): void },
): IterationLoop {
  const { builder } = f;
  const outer = builder.handler;
  const handler = closes ? builder.handlerBlock("thrown") : undefined;
  if (handler) builder.handler = handler;
  return {
    value,
    next,
    after,
    finish() {
      builder.handler = outer;
      builder.jump(next);
      builder.sealAndStart(next);
      iterator.advance();
      builder.jump(header);
      builder.seal(header);
      builder.sealAndStart(after);
      if (handler) closeWhereThrown(f, handler, iterator.close, node);
    },
    close() {
      const inside = builder.handler;
      builder.handler = outer;
      iterator.close();
      builder.handler = inside;
    },
  };
}

/** What the body throws closes the iterator; what the iterator throws then is not heard of. */
function closeWhereThrown(f: FunctionContext, handler: Block, close: () => void, node: ts.Node): void {
  const { builder } = f;
  const thrown = handler.params[0];
  if (!builder.isReached(handler) || !thrown) {
    builder.seal(handler);
    return;
  }
  const { current, handler: outer } = builder;
  builder.sealAndStart(handler);
  const ignored = builder.handlerBlock("ignored");
  const again = builder.block();
  builder.handler = ignored;
  close();
  builder.handler = outer;
  builder.jump(again);
  builder.sealAndStart(ignored);
  builder.jump(again);
  builder.sealAndStart(again);
  builder.raise(thrown, spanOf(node));
  builder.current = current;
}

export function emitLoopOver(
  f: FunctionContext,
  iterable: Operand,
  node: ts.Node,
  body: (value: Operand) => void,
  attributes: OpenAttributes = tsc.isSpreadElement(node) ? spreadAttributes(node) : {},
): void {
  const loop = startIteration(f, iterable, node, attributes);
  body(loop.value);
  loop.finish();
}
