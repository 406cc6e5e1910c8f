/**
 * What an array pattern takes its parts from: an array is indexed, anything else is asked for one value after the other,
 * just when the pattern wants it, and closed if it has not ended.
 */
import { constants, isVariable, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import type { ts } from "../checker/typescript.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { iteratedPatternText } from "../tree/callee-text.ts";
import { arrayOf } from "./literals.ts";
import { temporary } from "./variables.ts";

export class PatternSource {
  readonly #f: FunctionContext;
  readonly #value: Operand;
  readonly #node: ts.Node;
  readonly #isArray: Operand;
  readonly #test = {};
  readonly #iterator = temporary("iterator");
  readonly #cursor = temporary("cursor");
  readonly #ended = temporary("ended");

  constructor(f: FunctionContext, value: Operand, node: ts.Node) {
    this.#f = f;
    this.#value = value;
    this.#node = node;
    const test = f.emit("call_builtin", [value], node, { name: "Array.isArray" });
    this.#isArray = f.emit("truthy", [test], node);
    const { builder } = f;
    const shown = iteratedPatternText(node);
    this.#inEachCase(
      () => {
        builder.write(this.#iterator, constants.undefined);
        builder.write(this.#cursor, constants.int(0));
        builder.write(this.#ended, constants.bool(true));
      },
      (iterable) => {
        builder.write(
          this.#iterator,
          f.emit("iter_open", [iterable], node, shown === undefined ? {} : { shown }),
        );
        builder.write(this.#cursor, constants.int(0));
        builder.write(this.#ended, constants.bool(false));
      },
    );
  }

  /** Runs code for an array, and code for any other iterable. */
  #inEachCase(forArray: (array: Operand) => void, forOther: (iterable: Operand) => void): void {
    const { builder } = this.#f;
    const yes = builder.block();
    const no = builder.block();
    const after = builder.block();
    builder.branch(this.#isArray, yes, no);
    const known = (test: string, holds: boolean): Operand =>
      isVariable(this.#value)
        ? refined(this.#f, this.#value, test, { key: this.#test, holds, node: this.#node })
        : this.#value;
    builder.sealAndStart(yes);
    forArray(known("array", true));
    builder.jump(after);
    builder.sealAndStart(no);
    forOther(known("not_array", false));
    builder.jump(after);
    builder.sealAndStart(after);
  }

  /** The next part, which for an array is the one at that index. */
  part(index: number, node: ts.Node): Operand {
    const f = this.#f;
    const result = temporary("part");
    this.#inEachCase(
      (array) => f.builder.write(result, f.emit("get_index", [array, constants.int(index)], node)),
      () => this.#next(node, (value) => f.builder.write(result, value)),
    );
    return f.builder.read(result);
  }

  /** A part that nobody wants is asked for all the same, unless it is an array's. */
  skip(node: ts.Node): void {
    this.#inEachCase(
      () => {},
      () => this.#next(node, () => {}),
    );
  }

  /** Asks for a value; undefined once there is none. */
  #next(node: ts.Node, use: (value: Operand) => void): void {
    const { builder } = this.#f;
    const ask = builder.block();
    const got = builder.block();
    const end = builder.block();
    const after = builder.block();
    builder.branch(this.#f.emit("truthy", [builder.read(this.#ended)], node), end, ask);
    builder.sealAndStart(ask);
    const step = this.#ask(node);
    builder.branch(this.#f.emit("truthy", [this.#f.emit("iter_more", [step], node)], node), got, end);
    builder.sealAndStart(got);
    use(this.#take(step, node));
    builder.jump(after);
    builder.sealAndStart(end);
    use(constants.undefined);
    builder.jump(after);
    builder.sealAndStart(after);
  }

  /** An iterator that throws has ended. */
  #ask(node: ts.Node): Operand {
    const { builder } = this.#f;
    builder.write(this.#ended, constants.bool(true));
    const operands = [builder.read(this.#iterator), builder.read(this.#cursor), constants.undefined];
    return this.#f.emit("iter_next", operands, node);
  }

  #take(step: Operand, node: ts.Node): Operand {
    const f = this.#f;
    const [iterator, cursor] = [f.builder.read(this.#iterator), f.builder.read(this.#cursor)];
    const value = f.emit("iter_value", [iterator, cursor, step], node);
    f.builder.write(this.#cursor, f.emit("iter_advance", [iterator, cursor], node));
    f.builder.write(this.#ended, constants.bool(false));
    return value;
  }

  /** All parts that are left, as an array. */
  rest(index: number, node: ts.Node): Operand {
    const f = this.#f;
    const { builder } = f;
    const result = temporary("rest");
    this.#inEachCase(
      (array) =>
        builder.write(result, f.emit("call_method", [array, constants.int(index)], node, { name: "slice" })),
      () => {
        const made = arrayOf(f, node, []);
        builder.write(result, made);
        const header = builder.block();
        const ask = builder.block();
        const got = builder.block();
        const after = builder.block();
        builder.jump(header);
        builder.start(header);
        builder.branch(f.emit("truthy", [builder.read(this.#ended)], node), after, ask);
        builder.sealAndStart(ask);
        const step = this.#ask(node);
        builder.branch(f.emit("truthy", [f.emit("iter_more", [step], node)], node), got, after);
        builder.sealAndStart(got);
        f.emit("call_method", [made, this.#take(step, node)], node, { name: "push" });
        builder.jump(header);
        builder.seal(header);
        builder.sealAndStart(after);
      },
    );
    return builder.read(result);
  }

  /** Runs the code that takes the parts; an iterator that has not ended then is closed. */
  within(body: () => void): void {
    if (!this.#f.translation.closesIterators) return body();
    const { builder } = this.#f;
    const outer = builder.handler;
    const handler = builder.handlerBlock("thrown");
    builder.handler = handler;
    body();
    builder.handler = outer;
    this.#close();
    const thrown = handler.params[0];
    if (!builder.isReached(handler) || !thrown) {
      builder.seal(handler);
      return;
    }
    const { current } = builder;
    builder.sealAndStart(handler);
    const again = builder.handlerBlock("ignored");
    builder.handler = again;
    this.#close();
    builder.handler = outer;
    builder.jump(again, constants.undefined);
    builder.sealAndStart(again);
    builder.raise(thrown, spanOf(this.#node));
    builder.current = current;
  }

  #close(): void {
    const { builder } = this.#f;
    const open = builder.block();
    const after = builder.block();
    builder.branch(this.#f.emit("truthy", [builder.read(this.#ended)], this.#node), after, open);
    builder.sealAndStart(open);
    this.#f.emit("iter_return", [builder.read(this.#iterator), constants.undefined], this.#node);
    builder.jump(after);
    builder.sealAndStart(after);
  }
}
