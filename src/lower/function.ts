/** One function: its blocks, links and exits; operations go to the handlers of their family. */
import {
  type Block,
  block,
  constants,
  type Exit,
  type Graph,
  graph,
  type Link,
  link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
  variable,
  version,
} from "../graph/graph.ts";
import type { HighOpName } from "../graph/ops.ts";
import { mayBeTagged } from "../graph/tagged.ts";
import { isNever, isValueType, type ValueType } from "../graph/types.ts";
import { InternalFault } from "../source/messages.ts";
import { arrayHandlers } from "./arrays/arrays.ts";
import { callHandlers } from "./calls/calls.ts";
import { dispatchHandlers } from "./calls/dispatch.ts";
import type { Context } from "./context.ts";
import { convert, lowTypeOf } from "./convert.ts";
import { globalHandlers } from "./globals.ts";
import { iterationHandlers } from "./iteration.ts";
import { anyValue } from "./library/console.ts";
import { type Known, Lowering } from "./lowering.ts";
import { computedNameHandlers } from "./objects/computed-names.ts";
import { memberHandlers } from "./objects/members.ts";
import { objectHandlers } from "./objects/objects.ts";
import { equalityHandlers, negated } from "./primitives/equality.ts";
import { isInt } from "./primitives/number-operands.ts";
import { numberHandlers } from "./primitives/numbers.ts";
import { testHandlers } from "./primitives/tests.ts";
import { primitiveHandlers } from "./primitives/to-primitive.ts";
import { stringHandlers } from "./primitives/to-string.ts";
import { typeofHandlers } from "./primitives/typeof.ts";
import type { Handler } from "./results.ts";
import { isTagged } from "./tagged/tagged-words.ts";

const handlers: Record<HighOpName, Handler> = {
  ...numberHandlers,
  ...equalityHandlers,
  ...testHandlers,
  ...dispatchHandlers,
  ...typeofHandlers,
  ...primitiveHandlers,
  ...stringHandlers,
  ...memberHandlers,
  ...callHandlers,
  ...objectHandlers,
  ...arrayHandlers,
  ...iterationHandlers,
  ...computedNameHandlers,
  ...globalHandlers,
};

/** Typed blocks in reverse postorder: definitions come before their uses. */
function inOrder(source: Graph): Block[] {
  const entry = source.blocks[0];
  if (!entry) return [];
  const seen = new Set<Block>([entry]);
  const order: Block[] = [];
  const stack: { block: Block; links: Link[]; next: number }[] = [
    { block: entry, links: linksOf(entry.exit), next: 0 },
  ];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const out = top.links[top.next++];
    if (!out) {
      order.push(top.block);
      stack.pop();
    } else if (!seen.has(out.target)) {
      seen.add(out.target);
      stack.push({ block: out.target, links: linksOf(out.target.exit), next: 0 });
    }
  }
  return order.reverse();
}

/** The constant that a value is if its range leaves no other. */
function onlyNumber(type: ValueType): Operand | undefined {
  const { number } = type;
  if (number?.kind !== "int" || number.low !== number.high || !isInt(type)) return undefined;
  return constants.int(number.low);
}

class FunctionLowering {
  readonly #l: Lowering;
  readonly #source: Graph;
  #blocks = new Map<Block, Block>();

  constructor(context: Context, source: Graph) {
    const result = isValueType(source.result) ? lowTypeOf(source.result) : "void";
    const { name, displayName, hasThis, system, notes, span } = source;
    const low = graph(name, { displayName, result, hasThis, system, notes: { ...notes }, span });
    this.#source = source;
    this.#l = new Lowering(context, low, source);
  }

  run(): Graph {
    const order = inOrder(this.#source);
    for (const one of order) this.#blocks.set(one, block());
    const [entry, ...rest] = order;
    if (!entry) throw new InternalFault(`${this.#source.name} has no blocks`);
    // Nothing jumps back to the low entry: it takes the captures apart.
    this.#enter(entry);
    this.#fill(entry);
    for (const one of rest) {
      const low = this.#blocks.get(one) as Block;
      low.params = this.#parameters(one.params);
      this.#l.start(low);
      this.#fill(one);
    }
    return this.#l.finish();
  }

  /** The low parameters of typed ones; those that hold nothing are dropped. */
  #parameters(typed: readonly Variable[]): Variable[] {
    const params: Variable[] = [];
    for (const one of typed) {
      const type = lowTypeOf(this.#l.typeOf(one));
      if (type === "void") continue;
      const low = version(one, type);
      this.#l.define(one, onlyNumber(this.#l.typeOf(one)) ?? low);
      params.push(low);
    }
    return params;
  }

  #enter(entry: Block): void {
    const l = this.#l;
    const { captures } = this.#source;
    const own = entry.params.slice(captures);
    if (captures === 0) {
      l.block.params = this.#parameters(own);
    } else {
      const self = variable("self", "ref");
      l.block.params = [self, ...this.#parameters(own)];
      const className = closureClassOf(l.context, this.#source.name);
      for (const [index, param] of entry.params.slice(0, captures).entries()) {
        const place = l.context.layout.place(className, String(index));
        const type = l.typeOf(param);
        const low = place ? lowTypeOf(place.type) : "void";
        if (!place || low === "void") {
          if (lowTypeOf(type) !== "void")
            l.define(param, convert(l, { operand: constants.nil, type: place?.type ?? type }, type, true));
          continue;
        }
        const known: Known = { operand: l.get(self, place.struct, place.field, low), type: place.type };
        l.define(param, convert(l, known, type, true));
      }
    }
    // The typed entry may be the target of a loop: then it is a block of its own.
    if (!isTarget(this.#source, entry)) return;
    const head = this.#blocks.get(entry) as Block;
    const args = entry.params
      .filter((one) => lowTypeOf(l.typeOf(one)) !== "void")
      .map((one) => l.known(one).operand);
    head.params = this.#parameters(entry.params);
    l.jump(head, ...args);
    l.start(head);
  }

  #fill(typed: Block): void {
    const l = this.#l;
    const { exit } = typed;
    const last = typed.operations[typed.operations.length - 1];
    for (const operation of typed.operations) {
      l.span = operation.span;
      const pad = exit.kind === "except" && operation === last ? this.#pad(exit) : undefined;
      if (pad) l.handler = { pad };
      this.#operation(operation);
      l.handler = undefined;
    }
    l.span =
      exit.kind === "return" || exit.kind === "raise" || exit.kind === "stop"
        ? (exit.span ?? l.span)
        : l.span;
    this.#exit(exit);
  }

  #operation(operation: Operation): void {
    const l = this.#l;
    // Flow never comes here with a value that does not exist.
    if (operation.args.some((one) => isNever(l.typeOf(one)))) l.end({ kind: "unreachable" });
    if (operation.result && lowTypeOf(l.typeOf(operation.result)) !== "void") {
      // For code that nothing reaches, where a handler gives no result.
      l.define(operation.result, l.anything(lowTypeOf(l.typeOf(operation.result))));
    }
    l.beginOperation();
    handlers[operation.op as HighOpName](l, operation);
    const only = operation.result && onlyNumber(l.typeOf(operation.result));
    if (operation.result && only) l.define(operation.result, only);
  }

  /** The block to which exceptions of one typed operation go: it fits what was thrown to the handler. */
  #pad(exit: Extract<Exit, { kind: "except" }>): Block {
    const l = this.#l;
    const here = l.block;
    const caught = variable("caught", "value");
    const pad = block([caught]);
    l.start(pad);
    const type = l.typeOf(exit.caught);
    l.define(exit.caught, convert(l, { operand: caught, type: anyValue }, type, true));
    const { target, args } = this.#link(exit.handler);
    l.jump(target, ...args);
    l.block = here;
    return pad;
  }

  /** A link with its arguments in the representation of the target's parameters, computed in the current block. */
  #link(typed: Link): Link {
    const l = this.#l;
    const args: Operand[] = [];
    for (const [index, param] of typed.target.params.entries()) {
      const type = l.typeOf(param);
      const operand = convert(l, l.known(typed.args[index]), type);
      if (lowTypeOf(type) !== "void") args.push(operand);
    }
    return link(this.#blocks.get(typed.target) as Block, ...args);
  }

  /** A link of a branch: conversions that need operations stand in a block on the edge. */
  #edge(typed: Link): Link {
    const l = this.#l;
    const here = l.block;
    const edge = block();
    l.block = edge;
    const out = this.#link(typed);
    if (l.block === edge && edge.operations.length === 0) {
      l.block = here;
      return out;
    }
    l.jump(out.target, ...out.args);
    l.graph.blocks.push(edge);
    l.block = here;
    return link(edge);
  }

  #exit(exit: Exit): void {
    const l = this.#l;
    switch (exit.kind) {
      case "return": {
        const { result } = this.#source;
        if (!isValueType(result) || lowTypeOf(result) === "void")
          return l.end({ kind: "return", value: undefined, span: exit.span });
        return l.end({ kind: "return", value: convert(l, l.known(exit.value), result), span: exit.span });
      }
      case "jump":
        return l.jump(...asArguments(this.#link(exit.link)));
      case "except":
        return l.jump(...asArguments(this.#link(exit.normal)));
      case "branch": {
        const condition = l.known(exit.condition);
        if (isNever(condition.type)) return l.end({ kind: "unreachable" });
        if (condition.operand.kind === "bool") {
          return l.jump(...asArguments(this.#link(condition.operand.value ? exit.then : exit.else)));
        }
        const [then, otherwise] = [this.#edge(exit.then), this.#edge(exit.else)];
        return l.branch(condition.operand, then, otherwise, exit.likely);
      }
      case "switch":
        return this.#switch(exit);
      case "raise":
        return l.end({ kind: "raise", value: convert(l, l.known(exit.value), anyValue), span: exit.span });
      case "stop":
      case "unreachable":
        return l.end({ ...exit });
    }
  }

  /** Only whole numbers can be one of the cases. */
  #switch(exit: Extract<Exit, { kind: "switch" }>): void {
    const l = this.#l;
    const known = l.known(exit.value);
    const otherwise = this.#edge(exit.otherwise);
    const cases = exit.cases.map((one) => ({ value: one.value, link: this.#edge(one.link) }));
    let value = known.operand;
    const low = lowTypeOf(known.type);
    if (low !== "int") {
      const fallback = block();
      const leave = (): void => l.jump(fallback);
      if (low === "value") {
        if (mayBeTagged(known.type)) l.require(negated(l, isTagged(l, value)), leave);
        l.require(l.op("value_is_float", [value], "bool"), leave);
        value = l.op("value_to_float", [value], "float");
      } else if (low !== "float") {
        return l.jump(...asArguments(otherwise));
      }
      l.require(l.op("float_is_int", [value], "bool"), leave);
      value = l.op("float_to_int", [value], "int");
      l.end({ kind: "switch", value, cases, otherwise });
      l.start(fallback);
      return l.jump(...asArguments(otherwise));
    }
    l.end({ kind: "switch", value, cases, otherwise });
  }
}

function asArguments({ target, args }: Link): [Block, ...Operand[]] {
  return [target, ...args];
}

function isTarget(source: Graph, entry: Block): boolean {
  return source.blocks.some((one) => linksOf(one.exit).some((out) => out.target === entry));
}

/** The class of function values of which this is the code. */
function closureClassOf(context: Context, name: string): string {
  for (const one of context.source.classes.values())
    if (one.kind === "closure" && one.function === name) return one.name;
  throw new InternalFault(`${name} captures values but no class of function values has it`);
}

export function lowerFunction(context: Context, source: Graph): Graph {
  return new FunctionLowering(context, source).run();
}
