/** `await`: the frame of an async function or async generator is a job that a promise wakes. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { ClassInfo } from "../../graph/program.ts";
import { spanOf } from "../checker/spans.ts";
import type { ts } from "../checker/typescript.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";

/** Members of the run-time's promises. */
export const promiseMember = {
  add: "##add",
  resolve: "##resolve",
  resolveValue: "##resolveValue",
  reject: "##reject",
  state: "##state",
  value: "##value!",
  reason: "##reason!",
};
const rejected = 2;

/** What can wait in one function: whoever runs its frame up to the next suspension is given `result`. */
export class Awaiting {
  readonly frame: Operand;
  readonly #f: FunctionContext;
  readonly #class: ClassInfo;
  readonly #promiseClass: string;
  readonly #result: Operand;

  constructor(f: FunctionContext, made: ClassInfo, frame: Operand, promiseClass: string, result: Operand) {
    this.frame = frame;
    this.#f = f;
    this.#class = made;
    this.#promiseClass = promiseClass;
    this.#result = result;
  }

  suspend(node: ts.Node, state?: number): void {
    const attributes = { class: this.#class.name, ...(state === undefined ? {} : { state }) };
    this.#f.emit("suspend", [this.frame, this.#result], node, attributes);
  }

  /** Waits for a promise, or for one turn where it is none. */
  awaits(value: Operand, node: ts.Node): Operand {
    const { builder } = this.#f;
    const { handler } = builder;
    builder.handler = undefined;
    const promise = this.#promiseOf(value, node);
    this.#f.emit("call_method", [promise, this.frame], node, { name: promiseMember.add });
    this.suspend(node);
    const get = (name: string): Operand => this.#f.emit("get_property", [promise], node, { name });
    const failed = builder.block();
    const went = builder.block();
    builder.branch(
      this.#f.emit("strict_equal", [get(promiseMember.state), constants.int(rejected)], node),
      failed,
      went,
    );
    builder.sealAndStart(failed);
    const reason = get(promiseMember.reason);
    builder.handler = handler;
    builder.raise(reason, spanOf(node));
    builder.handler = undefined;
    builder.sealAndStart(went);
    const result = get(promiseMember.value);
    builder.handler = handler;
    return result;
  }

  #promiseOf(value: Operand, node: ts.Node): Operand {
    const f = this.#f;
    const key = {};
    const test = { class: this.#promiseClass };
    return f.either(
      f.emit("instance_of", [value], node, test),
      () => refined(f, value, "instance", { key, holds: true, node }, test),
      () => {
        const plain = refined(f, value, "not_instance", { key, holds: false, node }, test);
        const made = f.emit("new", [constants.undefined], node, { class: this.#promiseClass });
        f.emit("call_method", [made, plain], node, { name: promiseMember.resolveValue });
        return made;
      },
    );
  }
}

export function awaitExpression(f: FunctionContext, node: ts.AwaitExpression): Operand {
  const value = f.expression(node.expression);
  return f.suspension?.awaiting?.awaits(value, node) ?? f.refuse(node, "await");
}
