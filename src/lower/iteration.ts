/**
 * Iteration. Arrays and strings are their own iterators, with an int as cursor; other objects have methods of the
 * run-time for it (runtime/prelude/key-tables.ts) and need no cursor.
 */
import { constants, type Operand, type Operation } from "../graph/graph.ts";
import { lookupInherited } from "../graph/program.ts";
import { isNever, type LowType } from "../graph/types.ts";
import { anyStringStruct } from "../graph/well-known.ts";
import { layoutOf, lengthOf, loadItem, storageOf } from "./array-access.ts";
import { byCase } from "./classes.ts";
import { convert, lowTypeOf } from "./convert.ts";
import { callMethod } from "./invoke.ts";
import type { Known, Lowering } from "./lowering.ts";
import { toInt } from "./number-operands.ts";
import { argumentsOf, bool, give, type Handlers, int, resultType, string } from "./results.ts";
import { split } from "./split.ts";

/** Arrays on one side, objects that have the method on the other, and what cannot be iterated. */
function byIteration(
  l: Lowering,
  known: Known,
  method: string,
  low: LowType,
  array: (one: Known) => Operand,
  object: (one: Known, functions: ReadonlyMap<string, string>) => Operand,
): Operand {
  const { layout, source } = l.context;
  const arrays: string[] = [];
  const others: string[] = [];
  const functions = new Map<string, string>();
  for (const name of known.type.objects) {
    const member = layout.isArray(name) ? undefined : lookupInherited(source, name, method);
    if (layout.isArray(name)) arrays.push(name);
    else if (member?.kind === "method") functions.set(name, member.function);
    else others.push(name);
  }
  const groups = [
    { classes: arrays, run: array },
    { classes: [...functions.keys()], run: (one: Known) => object(one, functions) },
    { classes: others, run: () => notIterable(l, "object", low) },
  ].filter((one) => one.classes.length > 0);
  return byCase(l, known, groups, low, (group, one) => group.run(one));
}

function notIterable(l: Lowering, what: string, low: LowType): Operand {
  l.throwError("TypeError", `${what} is not iterable`);
  return l.anything(low);
}

function iterOpen(l: Lowering, operation: Operation): void {
  const [known] = argumentsOf(l, operation) as [Known];
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const result = split(l, known, low, (one, part) => {
    if (part === "string") return convert(l, one, type);
    if (part !== "objects")
      return notIterable(l, part === "undefined" || part === "null" ? part : "value", low);
    return byIteration(
      l,
      one,
      "##iterate",
      low,
      (array) => convert(l, array, type),
      (object, functions) => into(l, callMethod(l, "##iterate", functions, object, []), low, type),
    );
  });
  l.define(operation.result, result);
}

/** What a method gives as the operation's result; one that never returns gives nothing. */
function into(l: Lowering, known: Known, low: LowType, type: Known["type"]): Operand {
  return isNever(known.type) ? l.anything(low) : convert(l, known, type);
}

function iterMore(l: Lowering, operation: Operation): void {
  const [iterated, cursor] = argumentsOf(l, operation) as [Known, Known];
  const at = toInt(l, cursor);
  const more = split(l, iterated, "bool", (one, part) => {
    if (part === "string")
      return l.op("int_lt", [at, l.get(one.operand, anyStringStruct, "length", "int")], "bool");
    return byIteration(
      l,
      one,
      "##advance",
      "bool",
      (array) => l.op("int_lt", [at, lengthOf(l, array.operand, layoutOf(l, array.type))], "bool"),
      (object, functions) => callMethod(l, "##advance", functions, object, []).operand,
    );
  });
  give(l, operation, bool(more));
}

function iterValue(l: Lowering, operation: Operation): void {
  const [iterated, cursor] = argumentsOf(l, operation) as [Known, Known];
  const at = toInt(l, cursor);
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const value = split(l, iterated, low, (one, part) => {
    if (part === "string") {
      return convert(l, string(l.runtime("strings.units.codePointString", [one.operand, at], "ref")), type);
    }
    const load = (array: Known): Operand => {
      const layout = layoutOf(l, array.type);
      return convert(l, loadItem(l, storageOf(l, array.operand, layout), at, layout), type);
    };
    return byIteration(l, one, "##value", low, load, (object, functions) =>
      into(l, callMethod(l, "##value", functions, object, []), low, type),
    );
  });
  l.define(operation.result, value);
}

function iterAdvance(l: Lowering, operation: Operation): void {
  const [iterated, cursor] = argumentsOf(l, operation) as [Known, Known];
  const at = toInt(l, cursor);
  const next = split(l, iterated, "int", (one, part) => {
    if (part === "string") return l.runtime("strings.units.nextCodePoint", [one.operand, at], "int");
    return l.op("int_add", [at, constants.int(1)], "int");
  });
  give(l, operation, int(next, 0, 2 ** 32));
}

export const iterationHandlers: Handlers<
  "iter_open" | "iter_more" | "iter_value" | "iter_advance" | "iter_close"
> = {
  iter_open: iterOpen,
  iter_more: iterMore,
  iter_value: iterValue,
  iter_advance: iterAdvance,
  iter_close: () => {},
};
