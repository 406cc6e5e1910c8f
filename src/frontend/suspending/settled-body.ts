/** How the body of an async function or generator ends: what it returns or throws settles something. */
import { type Operand, type Variable, variable } from "../../graph/graph.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";

export class SettledBody {
  readonly #f: FunctionContext;
  readonly #settled: Operand;
  readonly #ended;

  /** `settled` is also what whoever ran the body is given. */
  constructor(f: FunctionContext, settled: Operand) {
    this.#f = f;
    this.#settled = settled;
    this.#ended = f.builder.block(variable("returned", "any"));
  }

  end(value: Operand): void {
    this.#f.builder.jump(this.#ended, value);
  }

  /** The body is complete; `handler` is where its exceptions go. */
  finish(
    handler: ReturnType<FunctionContext["builder"]["handlerBlock"]>,
    members: { readonly returned: string; readonly thrown: string },
    node: ts.Node,
  ): void {
    const { builder } = this.#f;
    builder.sealAndStart(this.#ended);
    this.#settle(members.returned, this.#ended.params[0] as Variable, node);
    const thrown = handler.params[0];
    if (!builder.isReached(handler) || !thrown) {
      builder.seal(handler);
      return;
    }
    builder.sealAndStart(handler);
    this.#settle(members.thrown, thrown, node);
  }

  #settle(name: string, value: Operand, node: ts.Node): void {
    this.#f.emit("call_method", [this.#settled, value], node, { name });
    this.#f.builder.return(this.#settled, undefined);
  }
}
