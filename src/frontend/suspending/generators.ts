/**
 * Generators: a call makes a frame and stops at once; each `yield` stops again (suspend/split-functions.ts). What `next`,
 * `throw` and `return` want of the body stands in fields of the frame.
 */
import { frameMember, frameState, wellKnownSymbols } from "../../graph/frames.ts";
import { constants, graph, type Operand, type Variable, variable } from "../../graph/graph.ts";
import { type ClassInfo, classInfo } from "../../graph/program.ts";
import type { Span } from "../../source/span.ts";
import { spanOf } from "../checker/spans.ts";
import type { ts } from "../checker/typescript.ts";
import { accessor } from "../classes/class-values.ts";
import { leave } from "../control/exits.ts";
import type { FunctionContext, Suspension } from "../functions/function-context.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";
import { temporary } from "../values/variables.ts";

/** Translates the code of a generator; its parameters are bound already. */
export function generatorBody(f: FunctionContext, node: ts.FunctionLikeDeclaration, body: () => void): void {
  const { builder } = f;
  const made = generatorClass(f.translation, f.info);
  const flags = f.info.module.prelude ? [] : [constants.bool(false), constants.bool(false)];
  const frame = f.emit("new_object", flags, node, { class: made.name });
  const generator = new Generator(f, made, frame, node);
  f.suspension = generator;
  generator.suspend(frame, frameState.start);
  const handler = builder.handlerBlock("thrown");
  builder.handler = handler;
  generator.resumed(node);
  body();
  generator.end(constants.undefined, undefined);
  builder.handler = undefined;
  generator.finish(handler);
}

class Generator implements Suspension {
  readonly #frame: Operand;
  readonly #f: FunctionContext;
  readonly #class: ClassInfo;
  readonly #node: ts.Node;
  readonly #ended;

  constructor(f: FunctionContext, made: ClassInfo, frame: Operand, node: ts.Node) {
    this.#f = f;
    this.#class = made;
    this.#frame = frame;
    this.#node = node;
    this.#ended = f.builder.block(variable("returned", "any"));
  }

  get(name: string): Operand {
    return this.#access(() => this.#f.emit("get_property", [this.#frame], undefined, { name }));
  }

  set(name: string, value: Operand): void {
    this.#access(() => this.#f.emit("set_property", [this.#frame, value], undefined, { name }));
  }

  /** The frame is there: nothing can be thrown. */
  #access(emit: () => Operand): Operand {
    const { builder } = this.#f;
    const { handler } = builder;
    builder.handler = undefined;
    const result = emit();
    builder.handler = handler;
    return result;
  }

  suspend(result: Operand, state?: number): void {
    const attributes = { class: this.#class.name, ...(state === undefined ? {} : { state }) };
    this.#f.emit("suspend", [this.#frame, result], this.#node, attributes);
  }

  /** The body goes on: as `throw` or `return` want it. */
  resumed(node: ts.Node): void {
    const { builder } = this.#f;
    if (this.#f.info.module.prelude) return;
    this.#when(frameMember.throwing, () => builder.raise(this.get(frameMember.thrown), spanOf(node)));
    this.#when(frameMember.returning, () =>
      leave(this.#f, { kind: "return", span: spanOf(node) }, this.get(frameMember.returned)),
    );
  }

  /** If the flag is set it is cleared, and `then` leaves. */
  #when(flag: string, then: () => void): void {
    const { builder } = this.#f;
    const yes = builder.block();
    const no = builder.block();
    builder.branch(this.#f.emit("truthy", [this.get(flag)], undefined), yes, no);
    builder.sealAndStart(yes);
    this.set(flag, constants.bool(false));
    then();
    builder.sealAndStart(no);
  }

  yields(value: Operand, node: ts.Node): Operand {
    this.set(frameMember.value, value);
    this.suspend(constants.bool(true));
    this.resumed(node);
    return this.get(frameMember.sent);
  }

  /** `yield*`: what the inner iterator gives is yielded, what comes in is handed on to it. */
  yieldsAll(iterable: Operand, node: ts.Node): Operand {
    const f = this.#f;
    const { builder } = f;
    const iterator = f.emit("iter_open", [iterable], node);
    const cursor = temporary("cursor");
    const step = temporary("step");
    builder.write(cursor, constants.int(0));
    const first = f.emit("iter_next", [iterator, constants.int(0), constants.undefined], node);
    builder.write(step, first);
    const header = builder.block();
    const inside = builder.block();
    const after = builder.block();
    builder.jump(header);
    builder.start(header);
    const more = (given: Operand): Operand => f.emit("truthy", [f.emit("iter_more", [given], node)], node);
    builder.branch(more(builder.read(step)), inside, after);
    builder.sealAndStart(inside);
    this.set(
      frameMember.value,
      f.emit("iter_value", [iterator, builder.read(cursor), builder.read(step)], node),
    );
    this.suspend(constants.bool(true));
    this.#when(frameMember.throwing, () => {
      builder.write(step, f.emit("iter_throw", [iterator, this.get(frameMember.thrown)], node));
      builder.jump(header);
    });
    this.#when(frameMember.returning, () => {
      const value = this.get(frameMember.returned);
      const given = f.emit("iter_return", [iterator, value], node);
      builder.write(step, given);
      const ended = builder.block();
      builder.branch(more(given), header, ended);
      builder.sealAndStart(ended);
      leave(f, { kind: "return", span: spanOf(node) }, f.emit("iter_result", [iterator, given, value], node));
    });
    const next = f.emit("iter_advance", [iterator, builder.read(cursor)], node);
    builder.write(cursor, next);
    builder.write(step, f.emit("iter_next", [iterator, next, this.get(frameMember.sent)], node));
    builder.jump(header);
    builder.seal(header);
    builder.sealAndStart(after);
    return f.emit("iter_result", [iterator, builder.read(step), constants.undefined], node);
  }

  end(value: Operand, _span: Span | undefined): void {
    this.#f.builder.jump(this.#ended, value);
  }

  /** What remains of a generator that has ended, or has thrown: it stays so. */
  finish(handler: ReturnType<GraphBuilder["handlerBlock"]>): void {
    const { builder } = this.#f;
    const idle = builder.block();
    builder.sealAndStart(this.#ended);
    this.set(frameMember.returned, this.#ended.params[0] as Variable);
    builder.jump(idle);
    builder.start(idle);
    this.suspend(constants.bool(false), frameState.finished);
    if (!this.#f.info.module.prelude) {
      this.#when(frameMember.throwing, () => this.#fail(this.get(frameMember.thrown)));
      this.#when(frameMember.returning, () => builder.jump(idle));
    }
    this.set(frameMember.returned, constants.undefined);
    builder.jump(idle);
    builder.seal(idle);
    const thrown = handler.params[0];
    if (!builder.isReached(handler) || !thrown) {
      builder.seal(handler);
      return;
    }
    builder.sealAndStart(handler);
    this.#fail(thrown);
  }

  #fail(thrown: Operand): void {
    this.set(frameMember.state, constants.int(frameState.finished));
    this.#f.builder.raise(thrown, undefined);
  }
}

/** The class of a generator's frames, with `next`, `return`, `throw` and `[Symbol.iterator]`. */
function generatorClass(translation: Translation, info: FunctionInfo): ClassInfo {
  // Iterators of the library have nothing but `next`.
  const isLibrary = info.module.prelude;
  const { throwing, returning, value, returned, sent, thrown, state } = frameMember;
  const own = [value, returned, sent, state];
  const fields = isLibrary ? own : [throwing, returning, thrown, ...own];
  const made = frameClass(translation, info, `Object [${tagOf(info)}]`, fields);
  const tag = accessor(translation, `${made.name}.tag`, () => constants.string(tagOf(info)));
  made.getters.set(wellKnownSymbols.toStringTag, tag);
  const methods = new Methods(translation, info, made);
  methods.add("next", frameMember.sent, undefined);
  if (!isLibrary) {
    methods.add("return", frameMember.returned, frameMember.returning);
    methods.add("throw", frameMember.thrown, frameMember.throwing);
  }
  methods.addIterator();
  return made;
}

/** What a generator shows itself as. */
function tagOf({ name, module }: FunctionInfo): string {
  if (!module.prelude) return "Generator";
  return name.startsWith("prelude.strings.") ? "String Iterator" : "Array Iterator";
}

export function frameClass(
  translation: Translation,
  info: FunctionInfo,
  displayName: string,
  fieldNames: readonly string[],
): ClassInfo {
  const { names, program } = translation;
  const span = spanOf(info.node);
  const fields = fieldNames.map((name) => ({ name, type: "any" as const, definite: false, span: undefined }));
  const made = classInfo(names.unique(`${info.name}.frame`), "frame", { displayName, span, fields });
  program.classes.set(made.name, made);
  made.methods.set(frameMember.resume, names.unique(`${info.name}.resume`));
  return made;
}

class Methods {
  readonly #translation: Translation;
  readonly #info: FunctionInfo;
  readonly #class: ClassInfo;
  readonly #result: ClassInfo;

  constructor(translation: Translation, info: FunctionInfo, made: ClassInfo) {
    this.#translation = translation;
    this.#info = info;
    this.#class = made;
    const name = translation.names.unique(`${info.name}.result`);
    const fields = ["value", "done"].map((one) => ({
      name: one,
      type: "any" as const,
      definite: false,
      span: undefined,
    }));
    this.#result = classInfo(name, "literal", { displayName: "Object", fields, span: spanOf(info.node) });
    translation.program.classes.set(name, this.#result);
  }

  #define(member: string, build: (builder: GraphBuilder, self: Variable) => void, params: Variable[]): void {
    const { names, program } = this.#translation;
    const name = names.unique(`${this.#info.name}.${member.replace("@@", "")}`);
    const self = variable("this", "any");
    const made = graph(name, {
      displayName: member.replace("@@iterator", "[Symbol.iterator]"),
      hasThis: true,
    });
    const builder = new GraphBuilder(made, [self, ...params]);
    build(builder, self);
    program.functions.set(name, builder.finish());
    this.#class.methods.set(member, name);
  }

  /** `member(value)`: the value goes to a field, a flag says what it is for, and the body goes on. */
  add(member: string, field: string, flag: string | undefined): void {
    const value = variable("value", "any");
    this.#define(
      member,
      (builder, self) => {
        const set = (name: string, given: Operand): void => {
          builder.emit("set_property", [self, given], undefined, { name });
        };
        const get = (name: string): Operand => builder.emit("get_property", [self], undefined, { name });
        const result = (name: string, done: boolean): void => {
          const values = [get(name), constants.bool(done)];
          const given = builder.emit("new_object", values, undefined, { class: this.#result.name });
          builder.return(given, undefined);
        };
        set(field, value);
        if (flag !== undefined) set(flag, constants.bool(true));
        const resumed = builder.emit("call_method", [self], undefined, { name: frameMember.resume });
        const yielded = builder.block();
        const ended = builder.block();
        builder.branch(builder.emit("truthy", [resumed], undefined), yielded, ended);
        builder.sealAndStart(yielded);
        result(frameMember.value, false);
        builder.sealAndStart(ended);
        result(frameMember.returned, true);
      },
      [value],
    );
  }

  /** A generator is its own iterator. */
  addIterator(): void {
    this.#define(wellKnownSymbols.iterator, (builder, self) => builder.return(self, undefined), []);
  }
}

export function yieldExpression(f: FunctionContext, node: ts.YieldExpression): Operand {
  const value = node.expression ? f.expression(node.expression) : constants.undefined;
  if (!f.suspension) return f.refuse(node, "syntax", "yield");
  return node.asteriskToken ? f.suspension.yieldsAll(value, node) : f.suspension.yields(value, node);
}
