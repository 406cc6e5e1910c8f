/** ToPrimitive: the `valueOf` and `toString` of objects, where an operator needs a number or a string. */
import { wellKnownSymbols } from "../../graph/frames.ts";
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { isSubclass } from "../../graph/program.ts";
import { floatType, isNever, joinTypes, type ValueType, valueType } from "../../graph/types.ts";
import { callClosure, callMethod } from "../calls/invoke.ts";
import { convert, lowTypeOf } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byCase, memberCases } from "../objects/classes.ts";
import { hiddenValue } from "../objects/dictionaries.ts";
import { loadPlace } from "../objects/place-access.ts";
import { argumentsOf, type Handlers, resultType, string } from "../results.ts";
import { split } from "../split.ts";
import { ifFunction, objectText } from "./to-string.ts";

const converter = wellKnownSymbols.toPrimitive;
const valueFirst = [converter, "valueOf", "toString"] as const;
/** Dates, where the operator does not ask for a number. */
const textFirst = [converter, "toString", "valueOf"] as const;
const dateClass = "node.date.Date";

/** Any value that is no object. */
export const primitiveType: ValueType = joinTypes(
  floatType,
  valueType({ undefined: true, null: true, boolean: true, string: true, bigint: true, symbol: true }),
);

/** What an object gives as a value of `type`; `hint`: what its method under `Symbol.toPrimitive` is told. */
export function toPrimitive(
  l: Lowering,
  known: Known,
  type: ValueType,
  methods: readonly string[] = valueFirst,
  hint = "default",
): Operand {
  const low = lowTypeOf(type);
  const [name, ...later] = methods;
  if (name === undefined) {
    l.throwError("TypeError", "Cannot convert object to primitive value");
    return l.anything(low);
  }
  const args = name === converter ? [string(constants.string(hint))] : [];
  const rest = name === converter ? [] : later;
  // What a converter gives is final; nothing else is asked behind it.
  const next = (object: Known): Operand => toPrimitive(l, object, type, rest, hint);
  const without = (object: Known): Operand => toPrimitive(l, object, type, later, hint);
  const returned = (result: Known, object: Known): Operand => {
    if (isNever(result.type)) return l.anything(low);
    return split(l, result, low, (one, part) => (part === "objects" ? next(object) : convert(l, one, type)));
  };
  const held = (value: Known, object: Known): Operand =>
    ifFunction(
      l,
      value,
      low,
      (method) => returned(callClosure(l, method, object, args), object),
      () => without(object),
    );
  const missing = (object: Known): Operand =>
    name === "toString" ? convert(l, string(objectText(l, object)), type) : without(object);
  const cases = memberCases(l, known.type.objects, name);
  return byCase(l, known, cases, low, ({ member }, object) => {
    switch (member.kind) {
      case "method":
        return returned(callMethod(l, name, member.functions, object, args), object);
      case "field":
        return held(loadPlace(l, object.operand, member.place), object);
      case "dictionary":
        return name === converter ? held(hiddenValue(l, object, name), object) : missing(object);
      case "accessor":
        return l.unsupported(
          "H3106",
          `\`${name}\` that is an accessor is not supported`,
          "make it a method",
          low,
        );
      default:
        return missing(object);
    }
  });
}

function toPrimitiveOperation(l: Lowering, operation: Operation): void {
  const [value] = argumentsOf(l, operation) as [Known];
  const type = resultType(l, operation);
  const isDate = (name: string): boolean => isSubclass(l.context.source, name, dateClass);
  const dates = operation.attributes.hint === "default" ? value.type.objects.filter(isDate) : [];
  const result = split(l, value, lowTypeOf(type), (one, part) => {
    if (part !== "objects") return convert(l, one, type);
    const others = one.type.objects.filter((name) => !dates.includes(name));
    const groups = [
      { classes: dates, methods: textFirst },
      { classes: others, methods: valueFirst },
    ].filter(({ classes }) => classes.length > 0);
    return byCase(l, one, groups, lowTypeOf(type), ({ methods }, object) =>
      toPrimitive(l, object, type, methods, String(operation.attributes.hint)),
    );
  });
  if (operation.result) l.define(operation.result, lowTypeOf(type) === "void" ? constants.nil : result);
}

export const primitiveHandlers: Handlers<"to_primitive"> = { to_primitive: toPrimitiveOperation };
