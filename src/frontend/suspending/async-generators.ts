/**
 * Async generators: a call makes a frame and stops at once. The generator's object (runtime/prelude/async-generators.ts)
 * runs it for each request; the body awaits as async functions do, and stops at a `yield` only if nothing more is asked.
 */
import { frameMember, frameState } from "../../graph/frames.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import type { ts } from "../checker/typescript.ts";
import { leave } from "../control/exits.ts";
import type { FunctionContext, Suspension } from "../functions/function-context.ts";
import { temporary } from "../values/variables.ts";
import { AsyncIterator, callLibrary } from "./async-iteration.ts";
import { Awaiting } from "./awaiting.ts";
import { frameClass } from "./generators.ts";
import { SettledBody } from "./settled-body.ts";

/** Members of the generator's object. */
const member = {
  wants: "##wants",
  sent: "##sent!",
  reason: "##reason!",
  returned: "##returned!",
  yielded: "##yielded",
  ended: "##ended",
  failed: "##failed",
};
/** What a request wants. */
const wants = { next: 0, throw: 1, return: 2 };

/** Translates the code of an async generator; its parameters are bound already. */
export function asyncGeneratorBody(
  f: FunctionContext,
  node: ts.FunctionLikeDeclaration,
  body: () => void,
): void {
  const { builder, translation } = f;
  const promise = translation.preludeClass("Promise");
  const own = translation.preludeClass("AsyncGenerator");
  if (!promise || !own) {
    f.refuse(node, "asyncGenerator");
    return;
  }
  own.info.displayName = "Object [AsyncGenerator]";
  const made = frameClass(translation, f.info, "Object", [frameMember.state]);
  made.methods.set("##run", made.methods.get(frameMember.resume) as string);
  const frame = f.emit("new_object", [], node, { class: made.name });
  const generator = f.emit("new", [frame], node, { class: own.name });
  const awaiting = new Awaiting(f, made, frame, promise.name, generator);
  const suspension = new AsyncGeneratorSuspension(f, awaiting, generator);
  f.suspension = suspension;
  awaiting.suspend(node, frameState.start);
  const handler = builder.handlerBlock("thrown");
  builder.handler = handler;
  body();
  suspension.end(constants.undefined);
  builder.handler = undefined;
  suspension.finish(handler, { returned: member.ended, thrown: member.failed }, node);
}

class AsyncGeneratorSuspension extends SettledBody implements Suspension {
  readonly awaiting: Awaiting;
  readonly #f: FunctionContext;
  readonly #generator: Operand;

  constructor(f: FunctionContext, awaiting: Awaiting, generator: Operand) {
    super(f, generator);
    this.awaiting = awaiting;
    this.#f = f;
    this.#generator = generator;
  }

  returns(value: Operand, node: ts.Node): Operand {
    return this.awaiting.awaits(value, node);
  }

  #get(name: string, node: ts.Node): Operand {
    return this.#f.emit("get_property", [this.#generator], node, { name });
  }

  yields(value: Operand, node: ts.Node): Operand {
    this.#yieldsPlain(this.awaiting.awaits(value, node), node);
    this.#when(wants.throw, node, () => this.#f.builder.raise(this.#get(member.reason, node), spanOf(node)));
    this.#when(wants.return, node, () => {
      const returned = this.awaiting.awaits(this.#get(member.returned, node), node);
      leave(this.#f, { kind: "return", span: spanOf(node) }, returned);
    });
    return this.#get(member.sent, node);
  }

  /** Answers the request at work and goes on with the next one, at once if it is there already. */
  #yieldsPlain(value: Operand, node: ts.Node): void {
    const { builder } = this.#f;
    const stops = builder.block();
    const goesOn = builder.block();
    const more = this.#f.emit("call_method", [this.#generator, value], node, { name: member.yielded });
    builder.branch(this.#f.emit("truthy", [more], node), goesOn, stops);
    builder.sealAndStart(stops);
    this.awaiting.suspend(node);
    builder.jump(goesOn);
    builder.sealAndStart(goesOn);
  }

  /** If the request at work wants that, `then` runs and leaves. */
  #when(wanted: number, node: ts.Node, then: () => void): void {
    const { builder } = this.#f;
    const yes = builder.block();
    const no = builder.block();
    const test = this.#f.emit("strict_equal", [this.#get(member.wants, node), constants.int(wanted)], node);
    builder.branch(test, yes, no);
    builder.sealAndStart(yes);
    then();
    builder.sealAndStart(no);
  }

  /** `yield*`: what the inner iterator gives is yielded as it is, what comes in is handed on to it. */
  yieldsAll(iterable: Operand, node: ts.Node): Operand {
    const f = this.#f;
    const { builder } = f;
    const iterator = new AsyncIterator(f, this.awaiting, iterable, node);
    const step = temporary("step");
    const ended = temporary("ended");
    const start = builder.block();
    const test = builder.block();
    const inside = builder.block();
    const after = builder.block();
    builder.write(step, iterator.call("next", constants.undefined));
    builder.write(ended, constants.bool(false));
    builder.jump(test);
    builder.start(start);
    this.#yieldsPlain(iterator.value(builder.read(step)), node);
    builder.write(ended, constants.bool(false));
    this.#when(wants.throw, node, () => {
      builder.write(step, this.#throwsInto(iterator, this.#get(member.reason, node), node));
      builder.jump(test);
    });
    this.#when(wants.return, node, () => {
      // Where what `return` was given is a promise that is rejected, the inner iterator hears of the reason.
      const outer = builder.handler;
      const failed = builder.handlerBlock("reason");
      builder.handler = failed;
      const value = this.awaiting.awaits(this.#get(member.returned, node), node);
      builder.handler = outer;
      const has = builder.block();
      const lacks = builder.block();
      builder.branch(iterator.has("return"), has, lacks);
      builder.sealAndStart(lacks);
      leave(f, { kind: "return", span: spanOf(node) }, this.awaiting.awaits(value, node));
      builder.sealAndStart(has);
      builder.write(step, iterator.call("return", value));
      builder.write(ended, constants.bool(true));
      builder.jump(test);
      const reason = failed.params[0];
      if (!reason || !builder.isReached(failed)) {
        builder.seal(failed);
        return;
      }
      builder.sealAndStart(failed);
      builder.write(step, this.#throwsInto(iterator, reason, node));
      builder.jump(test);
    });
    builder.write(step, iterator.call("next", this.#get(member.sent, node)));
    builder.jump(test);
    builder.sealAndStart(test);
    builder.branch(iterator.done(builder.read(step)), after, inside);
    builder.sealAndStart(inside);
    builder.jump(start);
    builder.seal(start);
    builder.sealAndStart(after);
    const result = iterator.value(builder.read(step));
    const returns = builder.block();
    const goesOn = builder.block();
    builder.branch(builder.read(ended), returns, goesOn);
    builder.sealAndStart(returns);
    leave(f, { kind: "return", span: spanOf(node) }, result);
    builder.sealAndStart(goesOn);
    return result;
  }

  /** Without a method `throw` the inner iterator is closed, and that is an error. */
  #throwsInto(iterator: AsyncIterator, reason: Operand, node: ts.Node): Operand {
    const f = this.#f;
    const { builder } = f;
    const has = builder.block();
    const lacks = builder.block();
    builder.branch(iterator.has("throw"), has, lacks);
    builder.sealAndStart(lacks);
    iterator.close();
    callLibrary(f, "failWithoutThrow", [], node);
    builder.raise(constants.undefined, spanOf(node));
    builder.sealAndStart(has);
    return iterator.call("throw", reason);
  }
}
