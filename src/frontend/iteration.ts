/** Going through an iterable with a cursor: `for…of`, spread. */
import { type Block, constants, type Operand } from "../graph/graph.ts";
import type { FunctionContext } from "./function-context.ts";
import type { ts } from "./typescript.ts";
import { temporary } from "./variables.ts";

/** The blocks of a loop over an iterable; the caller fills the body and seals `next` and `after`. */
export interface IterationLoop {
  readonly value: Operand;
  readonly next: Block;
  readonly after: Block;
  /** Ends the loop: to be called where the body ends. */
  finish(): void;
  close(): void;
}

/** Starts a loop; the current block is then the body's first, with the value at hand. */
export function startIteration(f: FunctionContext, iterable: Operand, node: ts.Node): IterationLoop {
  const { builder } = f;
  const iterator = f.emit("iter_open", [iterable], node);
  const cursor = temporary("cursor");
  builder.write(cursor, constants.int(0));
  const header = builder.block();
  const body = builder.block();
  const next = builder.block();
  const after = builder.block();
  builder.jump(header);
  builder.start(header);
  const more = f.emit("iter_more", [iterator, builder.read(cursor)], node);
  builder.branch(f.emit("truthy", [more], node), body, after);
  builder.sealAndStart(body);
  const value = f.emit("iter_value", [iterator, builder.read(cursor)], node);
  return {
    value,
    next,
    after,
    finish() {
      builder.jump(next);
      builder.sealAndStart(next);
      builder.write(cursor, f.emit("iter_advance", [iterator, builder.read(cursor)], node));
      builder.jump(header);
      builder.seal(header);
      builder.sealAndStart(after);
    },
    close() {
      f.emit("iter_close", [iterator], node);
    },
  };
}

export function emitLoopOver(
  f: FunctionContext,
  iterable: Operand,
  node: ts.Node,
  body: (value: Operand) => void,
): void {
  const loop = startIteration(f, iterable, node);
  body(loop.value);
  loop.finish();
}
