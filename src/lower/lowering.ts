/**
 * One function on its way from the typed to the low level: what stands for each typed variable, and the place where
 * low operations are written. The families of operations (numbers.ts, strings.ts, …) are functions over it.
 *
 * Code after a `stop`, `raise` or a call that never returns goes to a block that nothing reaches; `finish` drops those.
 */
import {
  type Attribute,
  type Block,
  block,
  constants,
  type Exit,
  type Graph,
  isVariable,
  type Link,
  link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import { type LowOpName, opInfo } from "../graph/ops.ts";
import { representationOf } from "../graph/representation.ts";
import { type LowType, neverType, objectType, type ValueType, valueType } from "../graph/types.ts";
import { InternalFault } from "../source/messages.ts";
import { printSpan, type Span } from "../source/span.ts";
import type { StopName } from "../source/stops.ts";
import type { Context } from "./context.ts";

/** A low operand together with what is known of it. A type of one value (unit) has a meaningless operand. */
export interface Known {
  readonly operand: Operand;
  readonly type: ValueType;
}

/** Where exceptions of the operation being lowered go: a block that takes the thrown value. */
export interface Handler {
  readonly pad: Block;
}

export class Lowering {
  readonly context: Context;
  /** The typed graph; undefined for functions that lowering itself makes up. */
  readonly source: Graph | undefined;
  readonly graph: Graph;
  /** Operations are appended here. */
  block: Block;
  span: Span | undefined;
  handler: Handler | undefined;
  #operands = new Map<Variable, Operand>();
  /** The typed operation that defines a typed variable, for patterns over two operations. */
  /** Low variables that stand for a typed one. */
  #named = new WeakSet<Variable>();
  #definitions = new Map<Variable, Operation>();
  /** Where the operation at hand begins, as long as nothing has been tested. */
  #certain: Block | undefined;

  constructor(context: Context, graph: Graph, source: Graph | undefined) {
    this.context = context;
    this.graph = graph;
    this.source = source;
    this.block = block();
    graph.blocks.push(this.block);
    for (const one of source?.blocks ?? []) {
      for (const operation of one.operations)
        if (operation.result) this.#definitions.set(operation.result, operation);
    }
  }

  get system(): boolean {
    return this.graph.system;
  }

  // Typed variables.

  typeOf(operand: Operand): ValueType {
    if (isVariable(operand)) {
      if (typeof operand.type !== "object") throw new InternalFault(`${operand.name} has no type`);
      return operand.type;
    }
    switch (operand.kind) {
      case "int":
        return valueType({ number: { kind: "int", low: operand.value, high: operand.value } });
      case "float": {
        const { value } = operand;
        const integral = Number.isInteger(value);
        return valueType({
          number: integral
            ? { kind: "float", low: value, high: value, integral }
            : { kind: "float", low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
        });
      }
      case "bool":
        return valueType({ boolean: true });
      case "string":
        return valueType({ string: true });
      case "bigint":
        return valueType({ bigint: true });
      case "undefined":
        return valueType({ undefined: true });
      case "null":
        return valueType({ null: true });
      case "function":
        return objectType(operand.name);
      case "static":
      case "typeid":
      case "special":
      case "nil":
        throw new InternalFault(`a ${operand.kind} constant at the typed level`);
    }
  }

  /** The function value of a function that captures nothing: one for the whole run. */
  functionValue(className: string): Operand {
    const { context } = this;
    if (!context.hasOwnProperties(className)) return constants.static(context.staticClosure(className));
    return this.op("get_global", [], "ref", { name: context.globalClosure(className) });
  }

  /** The low operand of a typed one, in the representation of its own type. */
  known(operand: Operand | undefined): Known {
    if (operand === undefined) return { operand: constants.nil, type: valueType({ undefined: true }) };
    const type = this.typeOf(operand);
    if (!isVariable(operand)) {
      if (operand.kind === "function") return { operand: this.functionValue(operand.name), type };
      if (operand.kind === "bigint")
        return { operand: constants.static(this.context.staticBigInt(operand.value)), type };
      return {
        operand: operand.kind === "undefined" || operand.kind === "null" ? constants.nil : operand,
        type,
      };
    }
    if (representationOf(type).kind === "unit") return { operand: constants.nil, type };
    const found = this.#operands.get(operand);
    if (!found)
      throw new InternalFault(`${operand.name} is used before its definition in ${this.graph.name}`);
    return { operand: found, type };
  }

  define(target: Variable | undefined, operand: Operand): void {
    if (!target) return;
    this.#operands.set(target, operand);
    if (!isVariable(operand) || this.#named.has(operand)) return;
    // A result that the source gives a name goes by it from here on.
    this.#named.add(operand);
    if (target.name !== "" && target.name !== "v") operand.name = target.name;
    if (target.declared) operand.declared = true;
  }

  definition(operand: Operand | undefined): Operation | undefined {
    return operand && isVariable(operand) ? this.#definitions.get(operand) : undefined;
  }

  // Operations.

  /** Appends an operation and gives its result. One that raises ends its block if a handler is near. */
  op(
    name: LowOpName,
    args: readonly Operand[],
    type: LowType,
    attributes: Readonly<Record<string, Attribute>> = {},
    label = "v",
  ): Variable {
    const result = variable(label, type);
    this.#append(name, args, type === "void" ? undefined : result, attributes);
    return result;
  }

  /** Appends an operation without result. */
  do(name: LowOpName, args: readonly Operand[], attributes: Readonly<Record<string, Attribute>> = {}): void {
    this.#append(name, args, undefined, attributes);
  }

  #append(
    name: LowOpName,
    args: readonly Operand[],
    result: Variable | undefined,
    attributes: Readonly<Record<string, Attribute>>,
  ): void {
    this.block.operations.push({ op: name, args: [...args], result, attributes, span: this.span });
    if (this.handler && opInfo(name, "low")?.raises) {
      const next = block();
      const caught = variable("caught", "value");
      const certain = this.block === this.#certain;
      this.end({ kind: "except", normal: link(next), caught, handler: link(this.handler.pad, caught) });
      this.start(next);
      if (certain) this.#certain = next;
    }
  }

  call(name: string, args: readonly Operand[], type: LowType): Variable {
    return this.op("call", args, type, { function: name });
  }

  /** Calls a function of src/runtime: `strings.concat.concat` is `concat` of strings/concat.ts. */
  runtime(name: string, args: readonly Operand[], type: LowType): Variable {
    return this.call(`runtime.${name}`, args, type);
  }

  native(name: string, args: readonly Operand[], type: LowType): Variable {
    return this.op("call_native", args, type, { name });
  }

  get(object: Operand, struct: string, field: string, type: LowType): Variable {
    return this.op("get_field", [object], type, { struct, field }, field.replace(/^\d/, "c$&"));
  }

  set(object: Operand, struct: string, field: string, operand: Operand): void {
    // What lives in its word is on the heap as long as its constructor writes it.
    const ref =
      isVariable(object) && object.type === "value" ? this.op("value_to_ref", [object], "ref") : object;
    this.do("set_field", [ref, operand], { struct, field });
  }

  // Blocks.

  newBlock(...params: Variable[]): Block {
    return block(params);
  }

  /** Ends the block; what follows, up to the next `start`, is never reached. */
  end(exit: Exit): void {
    this.block.exit = exit;
    this.block = block();
  }

  /** Continues at a block that is not yet in the graph. */
  start(at: Block): void {
    this.graph.blocks.push(at);
    this.block = at;
  }

  jump(target: Block, ...args: Operand[]): void {
    this.end({ kind: "jump", link: link(target, ...args) });
  }

  branch(condition: Operand, then: Link | Block, otherwise: Link | Block, likely?: boolean): void {
    const asLink = (one: Link | Block): Link => ("target" in one ? one : link(one));
    this.end({
      kind: "branch",
      condition,
      then: asLink(then),
      else: asLink(otherwise),
      ...(likely === undefined ? {} : { likely }),
    });
  }

  /** One of two computed operands of a machine type; only the one that is chosen is computed. */
  choose(
    condition: Operand,
    type: LowType,
    then: () => Operand,
    otherwise: () => Operand,
    likely?: boolean,
  ): Operand {
    if (condition.kind === "bool") return condition.value ? then() : otherwise();
    const merged = variable("v", type);
    const join = type === "void" ? block() : block([merged]);
    const thenBlock = block();
    const elseBlock = block();
    this.branch(condition, thenBlock, elseBlock, likely);
    this.start(thenBlock);
    const first = then();
    this.jump(join, ...(type === "void" ? [] : [first]));
    this.start(elseBlock);
    const second = otherwise();
    this.jump(join, ...(type === "void" ? [] : [second]));
    this.start(join);
    return merged;
  }

  /** Runs `body` only if the condition holds. */
  when(condition: Operand, body: () => void, likely?: boolean): void {
    if (condition.kind === "bool") {
      if (condition.value) body();
      return;
    }
    const then = block();
    const next = block();
    this.branch(condition, then, next, likely);
    this.start(then);
    body();
    this.jump(next);
    this.start(next);
  }

  /** The condition holds, or `otherwise` leaves: stops, throws. */
  require(condition: Operand, otherwise: () => void): void {
    if (condition.kind === "bool" && condition.value) return;
    const next = block();
    const failed = block();
    this.branch(condition, next, failed, true);
    this.start(failed);
    otherwise();
    this.start(next);
  }

  /** Counts an int from `from` up to but without `to`. */
  loop(from: Operand, to: Operand, body: (index: Operand) => void): void {
    const index = variable("i", "int");
    const head = block([index]);
    const inside = block();
    const next = block();
    this.jump(head, from);
    this.start(head);
    this.branch(this.op("int_lt", [index, to], "bool"), inside, next);
    this.start(inside);
    body(index);
    this.jump(head, this.op("int_add", [index, constants.int(1)], "int"));
    this.start(next);
  }

  // Ends.

  stop(code: StopName, message = ""): void {
    this.end({ kind: "stop", code, message, span: this.span });
  }

  /** Calls a function of the prelude that throws: TypeError, RangeError or ReferenceError with a message. */
  throwError(kind: ThrownError, message: Operand | string): void {
    const operand = typeof message === "string" ? constants.string(message) : message;
    this.do("call", [operand, constants.string(this.#place)], { function: `prelude.throw${kind}` });
    this.end({ kind: "unreachable" });
  }

  /** The frame of an error made here (docs/decisions/error-stacks.md). */
  get #place(): string {
    if (this.span === undefined || this.system) return "<anonymous>";
    const name = this.source?.displayName ?? "anonymous";
    const place = printSpan(this.span);
    return name === "module" || name === "anonymous" ? place : `${name} (${place})`;
  }

  /** Any operand of a machine type, where no value can be. */
  anything(type: LowType): Operand {
    switch (type) {
      case "int":
        return constants.int(0);
      case "float":
        return constants.float(0);
      case "bool":
        return constants.bool(false);
      case "value":
        return constants.special("value", "undefined");
      case "ref":
      case "code":
      case "void":
        return constants.nil;
    }
  }

  /** Says that something cannot be translated, and goes on with a meaningless operand. */
  refuse(code: string, text: string, help?: string, type: LowType = "void"): Operand {
    this.context.messages.error(code, this.span, text, help === undefined ? {} : { help });
    this.end({ kind: "unreachable" });
    return this.anything(type);
  }

  /** What follows, up to the first test of a value, happens whenever the operation runs. */
  beginOperation(): void {
    this.#certain = this.block;
  }

  /**
   * Something that a value may be cannot be translated here. It is refused where it happens whenever the operation
   * runs; behind a test, where other values may come instead, the program stops if it comes to that.
   */
  unsupported(code: string, text: string, help: string, type: LowType = "void"): Operand {
    return this.block === this.#certain ? this.refuse(code, text, help, type) : this.stopped(text, type);
  }

  /** The same where flow brings more than what comes: it always is for the running program to find out. */
  stopped(text: string, type: LowType = "void"): Operand {
    this.stop("unsupported", text);
    return this.anything(type);
  }

  /** Drops blocks that nothing reaches. */
  finish(): Graph {
    const entry = this.graph.blocks[0];
    const reached = new Set<Block>();
    const open = entry ? [entry] : [];
    while (open.length > 0) {
      const one = open.pop() as Block;
      if (reached.has(one)) continue;
      reached.add(one);
      for (const out of linksOf(one.exit)) open.push(out.target);
    }
    this.graph.blocks = this.graph.blocks.filter((one) => reached.has(one));
    return this.graph;
  }
}

/** Errors for which the prelude has a function that throws them. */
type ThrownError = "TypeError" | "RangeError" | "ReferenceError" | "SyntaxError";

export const nothing: Known = { operand: constants.nil, type: neverType };
