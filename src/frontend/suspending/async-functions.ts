/**
 * Async functions: the body runs at once, up to its first `await`; from there on its frame is a job that the promise wakes
 * (suspend/split-functions.ts, runtime/prelude/promises.ts).
 */
import { frameMember } from "../../graph/frames.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext, Suspension } from "../functions/function-context.ts";
import { Awaiting, promiseMember } from "./awaiting.ts";
import { frameClass } from "./generators.ts";
import { SettledBody } from "./settled-body.ts";

/** Translates the code of an async function, its parameters included: what they throw rejects the promise too. */
export function asyncBody(f: FunctionContext, node: ts.Node, body: () => void): void {
  const { builder } = f;
  const own = f.translation.preludeClass("Promise");
  if (!own) {
    f.refuse(node, "async");
    return;
  }
  const promise = f.emit("new", [constants.undefined], node, { class: own.name });
  const made = frameClass(f.translation, f.info, "Object", [frameMember.state]);
  made.methods.set("##run", made.methods.get(frameMember.resume) as string);
  const frame = f.emit("new_object", [], node, { class: made.name });
  const suspension = new AsyncSuspension(f, new Awaiting(f, made, frame, own.name, promise), promise);
  f.suspension = suspension;
  const handler = builder.handlerBlock("thrown");
  builder.handler = handler;
  body();
  suspension.end(constants.undefined);
  builder.handler = undefined;
  const members = { returned: promiseMember.resolve, thrown: promiseMember.reject };
  suspension.finish(handler, members, node);
}

class AsyncSuspension extends SettledBody implements Suspension {
  readonly awaiting: Awaiting;
  readonly #f: FunctionContext;

  constructor(f: FunctionContext, awaiting: Awaiting, promise: Operand) {
    super(f, promise);
    this.awaiting = awaiting;
    this.#f = f;
  }

  yields(_value: Operand, node: ts.Node): Operand {
    return this.#f.refuse(node, "syntax", "yield");
  }

  yieldsAll(_value: Operand, node: ts.Node): Operand {
    return this.#f.refuse(node, "syntax", "yield");
  }
}
