/**
 * Async functions: the body runs at once, up to its first `await`; from there on its frame is a job that the promise wakes
 * (suspend/split-functions.ts, runtime/prelude/promises.ts).
 */
import { frameMember } from "../graph/frames.ts";
import { constants, type Operand, type Variable, variable } from "../graph/graph.ts";
import type { ClassInfo } from "../graph/program.ts";
import { refined } from "./conditions.ts";
import type { FunctionContext, Suspension } from "./function-context.ts";
import { frameClass } from "./generators.ts";
import { spanOf } from "./spans.ts";
import type { ts } from "./typescript.ts";

/** Members of the run-time's promises. */
const member = {
  add: "##add",
  resolve: "##resolve",
  reject: "##reject",
  state: "##state",
  value: "##value!",
  reason: "##reason!",
};
const rejected = 2;

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
  const suspension = new AsyncSuspension(f, made, frame, promise, own.name);
  f.suspension = suspension;
  const handler = builder.handlerBlock("thrown");
  builder.handler = handler;
  body();
  suspension.end(constants.undefined);
  builder.handler = undefined;
  suspension.finish(handler, node);
}

class AsyncSuspension implements Suspension {
  readonly frame: Operand;
  readonly #f: FunctionContext;
  readonly #class: ClassInfo;
  readonly #promise: Operand;
  readonly #promiseClass: string;
  readonly #ended;

  constructor(f: FunctionContext, made: ClassInfo, frame: Operand, promise: Operand, promiseClass: string) {
    this.#f = f;
    this.#class = made;
    this.frame = frame;
    this.#promise = promise;
    this.#promiseClass = promiseClass;
    this.#ended = f.builder.block(variable("returned", "any"));
  }

  end(value: Operand): void {
    this.#f.builder.jump(this.#ended, value);
  }

  finish(handler: ReturnType<FunctionContext["builder"]["handlerBlock"]>, node: ts.Node): void {
    const { builder } = this.#f;
    builder.sealAndStart(this.#ended);
    this.#settle(member.resolve, this.#ended.params[0] as Variable, node);
    const thrown = handler.params[0];
    if (!builder.isReached(handler) || !thrown) {
      builder.seal(handler);
      return;
    }
    builder.sealAndStart(handler);
    this.#settle(member.reject, thrown, node);
  }

  #settle(name: string, value: Operand, node: ts.Node): void {
    this.#f.emit("call_method", [this.#promise, value], node, { name });
    this.#f.builder.return(this.#promise, undefined);
  }

  /** Waits for a promise, or for one turn where it is none. */
  awaits(value: Operand, node: ts.Node): Operand {
    const { builder } = this.#f;
    const { handler } = builder;
    builder.handler = undefined;
    const promise = this.#promiseOf(value, node);
    this.#f.emit("call_method", [promise, this.frame], node, { name: member.add });
    this.#f.emit("suspend", [this.frame, this.#promise], node, { class: this.#class.name });
    const get = (name: string): Operand => this.#f.emit("get_property", [promise], node, { name });
    const failed = builder.block();
    const went = builder.block();
    builder.branch(
      this.#f.emit("strict_equal", [get(member.state), constants.int(rejected)], node),
      failed,
      went,
    );
    builder.sealAndStart(failed);
    const reason = get(member.reason);
    builder.handler = handler;
    builder.raise(reason, spanOf(node));
    builder.handler = undefined;
    builder.sealAndStart(went);
    const result = get(member.value);
    builder.handler = handler;
    return result;
  }

  #promiseOf(value: Operand, node: ts.Node): Operand {
    const f = this.#f;
    const { builder } = f;
    return f.join((meet) => {
      const yes = builder.block();
      const no = builder.block();
      const key = {};
      const test = { class: this.#promiseClass };
      builder.branch(f.emit("instance_of", [value], node, test), yes, no);
      builder.sealAndStart(yes);
      meet(refined(f, value, "instance", { key, holds: true, node }, test));
      builder.sealAndStart(no);
      const plain = refined(f, value, "not_instance", { key, holds: false, node }, test);
      const made = f.emit("new", [constants.undefined], node, { class: this.#promiseClass });
      f.emit("call_method", [made, plain], node, { name: "##fulfil" });
      meet(made);
    });
  }

  yields(_value: Operand, node: ts.Node): Operand {
    return this.#f.refuse(node, "syntax", "yield");
  }

  yieldsAll(_value: Operand, node: ts.Node): Operand {
    return this.#f.refuse(node, "syntax", "yield");
  }
}

export function awaitExpression(f: FunctionContext, node: ts.AwaitExpression): Operand {
  const value = f.expression(node.expression);
  return f.suspension?.awaits ? f.suspension.awaits(value, node) : f.refuse(node, "await");
}
