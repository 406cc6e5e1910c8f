/**
 * Iteration: of arrays and strings by an int cursor, of generators by resuming their frames, of the library's iterators
 * by methods of their own (runtime/prelude/key-tables.ts), of other objects by the methods of the protocol.
 */
import { cannotSpread, notIterable } from "../graph/error-messages.ts";
import { cursorMember, frameMember, wellKnownSymbols } from "../graph/frames.ts";
import { constants, type Operand, type Operation } from "../graph/graph.ts";
import { lookupMember } from "../graph/program.ts";
import { anyStringStruct } from "../graph/well-known.ts";
import { layoutOf, lengthOf, loadItem, storageOf } from "./arrays/array-access.ts";
import { callMember } from "./calls/calls.ts";
import { convert, lowTypeOf } from "./convert.ts";
import type { Known, Lowering } from "./lowering.ts";
import { byCase, memberCases } from "./objects/classes.ts";
import { storePlace } from "./objects/members.ts";
import { loadPlace } from "./objects/place-access.ts";
import { withMember } from "./objects/with-member.ts";
import { negated } from "./primitives/equality.ts";
import { toInt } from "./primitives/number-operands.ts";
import { truthy } from "./primitives/tests.ts";
import { concatenate, toText } from "./primitives/to-string.ts";
import { argumentsOf, bool, give, type Handlers, int, resultType, string } from "./results.ts";
import { type Part, split } from "./split.ts";

type Way = "array" | "frame" | "cursor" | "object";

function wayOf(l: Lowering, className: string): Way {
  if (l.context.layout.isArray(className)) return "array";
  if (l.context.classOf(className).kind === "frame") return "frame";
  return lookupMember(l.context.source, className, cursorMember.advance) ? "cursor" : "object";
}

/** Has a member of that name; of frames those of the library have nothing but `next`. */
function has(l: Lowering, className: string, name: string): boolean {
  const isFrame = l.context.classOf(className).kind === "frame";
  return lookupMember(l.context.source, className, isFrame ? frameMember.returning : name) !== undefined;
}

/** Code for objects that are iterated in different ways, or have a member or not. */
function byWay(
  l: Lowering,
  known: Known,
  result: ReturnType<typeof lowTypeOf>,
  handle: (way: Way, one: Known, closable: boolean) => Operand,
  member?: string,
): Operand {
  const groups = new Map<string, { classes: string[]; way: Way; closable: boolean }>();
  for (const one of known.type.objects) {
    const way = wayOf(l, one);
    const closable = member !== undefined && way !== "array" && has(l, one, member);
    const key = `${way} ${closable}`;
    const group = groups.get(key);
    if (group) group.classes.push(one);
    else groups.set(key, { classes: [one], way, closable });
  }
  return byCase(l, known, [...groups.values()], result, ({ way, closable }, one) =>
    handle(way, one, closable),
  );
}

function setField(l: Lowering, frame: Known, name: string, value: Known): void {
  byCase(l, frame, memberCases(l, frame.type.objects, name), "void", ({ member }, one) => {
    if (member.kind === "field") storePlace(l, one.operand, member.place, value);
    return constants.nil;
  });
}

function getField(l: Lowering, frame: Known, name: string, operation: Operation): Operand {
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  return byCase(l, frame, memberCases(l, frame.type.objects, name), low, ({ member }, one) =>
    member.kind === "field" ? convert(l, loadPlace(l, one.operand, member.place), type) : l.anything(low),
  );
}

function resume(l: Lowering, frame: Known, operation: Operation): Operand {
  return callMember(l, frame, frameMember.resume, [], operation);
}

/** V8 shows the expression, else the value by its kind. */
function throwNotIterable(l: Lowering, { attributes }: Operation, known: Known, part: Part): void {
  const shown = attributes.shown === undefined ? undefined : String(attributes.shown);
  const nullish = part === "undefined" || part === "null" ? part : undefined;
  if (attributes.spread === true) l.throwError("TypeError", cannotSpread(shown ?? "", nullish));
  else if (nullish !== undefined) l.throwError("TypeError", notIterable(shown, nullish));
  else if (attributes.hasLength === true) l.stop("unsupported", "`Array.from` of what cannot be iterated");
  else if (shown !== undefined) l.throwError("TypeError", `${shown} is not iterable`);
  else {
    const start = constants.string(part === "objects" ? "object" : `${part} `);
    const value = part === "objects" ? constants.string("") : toText(l, known);
    const end = constants.string(" is not iterable (cannot read property Symbol(Symbol.iterator))");
    l.throwError("TypeError", concatenate(l, [start, value, end]));
  }
}

function iterOpen(l: Lowering, operation: Operation): void {
  const [known] = argumentsOf(l, operation) as [Known];
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const result = split(l, known, low, (one, part) => {
    if (part === "string") return convert(l, one, type);
    if (part !== "objects") {
      throwNotIterable(l, operation, one, part);
      return l.anything(low);
    }
    return byWay(
      l,
      one,
      low,
      (way, object, iterable) => {
        if (way === "array" || way === "frame") return convert(l, object, type);
        if (iterable) return callMember(l, object, wellKnownSymbols.iterator, [], operation);
        throwNotIterable(l, operation, object, part);
        return l.anything(low);
      },
      wellKnownSymbols.iterator,
    );
  });
  l.define(operation.result, result);
}

function iterNext(l: Lowering, operation: Operation): void {
  const [iterator, cursor, sent] = argumentsOf(l, operation) as [Known, Known, Known];
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const at = toInt(l, cursor);
  const below = (length: Operand): Operand => convert(l, bool(l.op("int_lt", [at, length], "bool")), type);
  const args = operation.args[2]?.kind === "undefined" ? [] : [sent];
  const result = split(l, iterator, low, (one, part) => {
    if (part === "string") return below(l.get(one.operand, anyStringStruct, "length", "int"));
    return byWay(l, one, low, (way, object) => {
      if (way === "array") return below(lengthOf(l, object.operand, layoutOf(l, object.type)));
      if (way === "object") return callMember(l, object, "next", args, operation);
      if (way === "cursor") return callMember(l, object, cursorMember.advance, [], operation);
      setField(l, object, frameMember.sent, sent);
      return resume(l, object, operation);
    });
  });
  l.define(operation.result, result);
}

function iterMore(l: Lowering, operation: Operation): void {
  const [step] = argumentsOf(l, operation) as [Known];
  const more = split(l, step, "bool", (one, part) => {
    if (part === "boolean") return one.operand;
    if (part === "objects") return withMember(l, one, "done", "bool", (done) => negated(l, truthy(l, done)));
    l.throwError("TypeError", `Iterator result ${part} is not an object`);
    return constants.bool(false);
  });
  give(l, operation, bool(more));
}

function iterValue(l: Lowering, operation: Operation): void {
  const [iterator, cursor, step] = argumentsOf(l, operation) as [Known, Known, Known];
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const at = toInt(l, cursor);
  const value = split(l, iterator, low, (one, part) => {
    if (part === "string")
      return convert(l, string(l.runtime("strings.units.codePointString", [one.operand, at], "ref")), type);
    return byWay(l, one, low, (way, object) => {
      if (way === "object") return stepValue(l, step, operation);
      if (way === "frame") return getField(l, object, frameMember.value, operation);
      if (way === "cursor") return callMember(l, object, cursorMember.value, [], operation);
      const layout = layoutOf(l, object.type);
      return convert(l, loadItem(l, storageOf(l, object.operand, layout), at, layout), type);
    });
  });
  l.define(operation.result, value);
}

/** The property `value` of what `next` returned. */
function stepValue(l: Lowering, step: Known, operation: Operation, otherwise?: Known): Operand {
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  return split(l, step, low, (one, part) => {
    if (part === "objects") return withMember(l, one, "value", low, (value) => convert(l, value, type));
    return otherwise ? convert(l, otherwise, type) : l.anything(low);
  });
}

function iterAdvance(l: Lowering, operation: Operation): void {
  const [iterator, cursor] = argumentsOf(l, operation) as [Known, Known];
  const at = toInt(l, cursor);
  const next = split(l, iterator, "int", (one, part) => {
    if (part === "string") return l.runtime("strings.units.nextCodePoint", [one.operand, at], "int");
    return byWay(l, one, "int", (way) =>
      way === "array" ? l.op("int_add", [at, constants.int(1)], "int") : at,
    );
  });
  give(l, operation, int(next, 0, 2 ** 32));
}

function iterReturn(l: Lowering, operation: Operation): void {
  const [iterator, value] = argumentsOf(l, operation) as [Known, Known];
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const nothing = (): Operand => convert(l, bool(constants.bool(false)), type);
  const result = split(l, iterator, low, (one, part) => {
    if (part !== "objects") return nothing();
    return byWay(
      l,
      one,
      low,
      (way, object, closable) => {
        if (!closable) return nothing();
        if (way !== "frame") return callMember(l, object, "return", [value], operation);
        setField(l, object, frameMember.returning, bool(constants.bool(true)));
        setField(l, object, frameMember.returned, value);
        return resume(l, object, operation);
      },
      "return",
    );
  });
  l.define(operation.result, result);
}

function iterThrow(l: Lowering, operation: Operation): void {
  const [iterator, value] = argumentsOf(l, operation) as [Known, Known];
  const low = lowTypeOf(resultType(l, operation));
  const lacking = (): Operand => {
    l.throwError("TypeError", "The iterator does not provide a 'throw' method.");
    return l.anything(low);
  };
  const result = split(l, iterator, low, (one, part) => {
    if (part !== "objects") return lacking();
    return byWay(
      l,
      one,
      low,
      (way, object, closable) => {
        if (!closable) return lacking();
        if (way !== "frame") return callMember(l, object, "throw", [value], operation);
        setField(l, object, frameMember.throwing, bool(constants.bool(true)));
        setField(l, object, frameMember.thrown, value);
        return resume(l, object, operation);
      },
      "throw",
    );
  });
  l.define(operation.result, result);
}

function iterResult(l: Lowering, operation: Operation): void {
  const [iterator, step, otherwise] = argumentsOf(l, operation) as [Known, Known, Known];
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const result = split(l, iterator, low, (one, part) => {
    if (part !== "objects") return convert(l, otherwise, type);
    return byWay(
      l,
      one,
      low,
      (way, object, closable) => {
        if (way === "object") return stepValue(l, step, operation, otherwise);
        if (way === "frame" && closable) return getField(l, object, frameMember.returned, operation);
        return convert(l, otherwise, type);
      },
      "return",
    );
  });
  l.define(operation.result, result);
}

export const iterationHandlers: Handlers<
  | "iter_open"
  | "iter_next"
  | "iter_more"
  | "iter_value"
  | "iter_advance"
  | "iter_return"
  | "iter_throw"
  | "iter_result"
  | "suspend"
> = {
  iter_open: iterOpen,
  iter_next: iterNext,
  iter_more: iterMore,
  iter_value: iterValue,
  iter_advance: iterAdvance,
  iter_return: iterReturn,
  iter_throw: iterThrow,
  iter_result: iterResult,
  suspend: (l) => l.end({ kind: "unreachable" }),
};
