/** Walking over async iterators: `for await`, and `yield*` in async generators. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { ts } from "../checker/typescript.ts";
import { type IterationLoop, iterationLoop } from "../control/iteration.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { Awaiting } from "./awaiting.ts";

/** A function of runtime/prelude/async-generators.ts. */
export function callLibrary(f: FunctionContext, name: string, args: Operand[], node: ts.Node): Operand {
  const target = f.translation.preludeFunctionNamed(`prelude.async-generators.${name}`);
  return target ? f.emit("call", args, node, { function: target.name }) : f.refuse(node, "asyncGenerator");
}

export class AsyncIterator {
  readonly #f: FunctionContext;
  readonly #awaiting: Awaiting;
  readonly #iterator: Operand;
  readonly #node: ts.Node;

  constructor(f: FunctionContext, awaiting: Awaiting, iterable: Operand, node: ts.Node, shown?: string) {
    this.#f = f;
    this.#awaiting = awaiting;
    this.#node = node;
    this.#iterator = callLibrary(
      f,
      "asyncIterator",
      [iterable, shown === undefined ? constants.undefined : constants.string(shown)],
      node,
    );
  }

  /** Calls one of its methods, and waits for what that gives. */
  call(name: string, ...values: Operand[]): Operand {
    const given = this.#f.emit("call_method", [this.#iterator, ...values], this.#node, { name });
    const step = this.#awaiting.awaits(given, this.#node);
    callLibrary(this.#f, "checkStep", [step], this.#node);
    return step;
  }

  has(name: "return" | "throw"): Operand {
    const found = callLibrary(
      this.#f,
      name === "return" ? "hasReturn" : "hasThrow",
      [this.#iterator],
      this.#node,
    );
    return this.#f.emit("truthy", [found], this.#node);
  }

  done(step: Operand): Operand {
    const done = this.#f.emit("get_property", [step], this.#node, { name: "done" });
    return this.#f.emit("truthy", [done], this.#node);
  }

  value(step: Operand): Operand {
    return this.#f.emit("get_property", [step], this.#node, { name: "value" });
  }

  /** Leaving early: its `return`, if it has one. */
  close(): void {
    const { builder } = this.#f;
    const yes = builder.block();
    const no = builder.block();
    builder.branch(this.has("return"), yes, no);
    builder.sealAndStart(yes);
    this.call("return");
    builder.jump(no);
    builder.sealAndStart(no);
  }
}

/** Starts a `for await`; the current block is then the body's first, with the value at hand. */
export function startAsyncIteration(
  f: FunctionContext,
  awaiting: Awaiting,
  iterable: Operand,
  node: ts.Node,
  shown: string | undefined,
): IterationLoop {
  const { builder } = f;
  const iterator = new AsyncIterator(f, awaiting, iterable, node, shown);
  const header = builder.block();
  const body = builder.block();
  const after = builder.block();
  builder.jump(header);
  builder.start(header);
  const step = iterator.call("next");
  builder.branch(iterator.done(step), after, body);
  builder.sealAndStart(body);
  const value = iterator.value(step);
  const loop = { header, next: builder.block(), after, closes: true };
  return iterationLoop(f, value, node, loop, { advance() {}, close: () => iterator.close() });
}
