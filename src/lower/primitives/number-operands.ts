/** Operands as numbers: ToNumber and ToInt32 for every kind that the language converts. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { LowOpName } from "../../graph/ops.ts";
import { representationOf } from "../../graph/representation.ts";
import type { NumberFact, ValueType } from "../../graph/types.ts";
import { convert, floatToInt, intToFloat, requireDefined } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { partsOf, split } from "../split.ts";

/** An int and nothing else, not even undefined. */
export function isInt(type: ValueType): boolean {
  return representationOf(type).kind === "int" && !type.undefined && !type.null;
}

export function isNumber(type: ValueType): boolean {
  return partsOf(type).every((part) => part === "number");
}

/** The interval of an int; a boolean counts 0 and 1. */
export function interval(known: Known): NumberFact | undefined {
  return known.type.number?.kind === "int" ? known.type.number : undefined;
}

/** ToNumber as a double. */
export function toFloat(l: Lowering, known: Known): Operand {
  return split(l, known, "float", (one, part) => {
    switch (part) {
      case "undefined":
        return constants.float(Number.NaN);
      case "null":
        return constants.float(0);
      case "boolean":
        return intToFloat(l, l.op("bool_to_int", [one.operand], "int"));
      case "number":
        if (one.type.number?.kind === "int") return intToFloat(l, one.operand);
        return one.operand.kind === "int" ? constants.float(one.operand.value) : one.operand;
      case "string":
        return l.runtime("numbers.string-to-number.stringToNumber", [one.operand], "float");
      case "bigint":
      case "symbol":
        l.throwError(
          "TypeError",
          `Cannot convert a ${part === "bigint" ? "BigInt" : "Symbol"} value to a number`,
        );
        return constants.float(0);
      case "objects":
        return l.unsupported(
          "H3101",
          "an object is used as a number",
          "convert it yourself, as by a method that gives the number",
          "float",
        );
    }
  });
}

/**
 * ToNumber as an int, for operations whose result flow has proved to be an int: undefined, which would make NaN, can
 * only be an out-of-range read and stops.
 */
export function toInt(l: Lowering, known: Known): Operand {
  if (isInt(known.type)) return known.operand;
  if (known.type.undefined) requireDefined(l, known);
  const defined: Known = {
    operand: convert(l, known, { ...known.type, undefined: false }, true),
    type: { ...known.type, undefined: false },
  };
  return split(l, defined, "int", (one, part) => {
    if (part === "null" || part === "undefined") return constants.int(0);
    if (part === "boolean") return l.op("bool_to_int", [one.operand], "int");
    if (part === "number" && one.type.number?.kind === "int") return one.operand;
    return floatToInt(l, toFloat(l, one), one.type.number, false);
  });
}

/** ToInt32, or an int of which the operation takes the lower 32 bits. */
export function toInt32(l: Lowering, operand: Operand): Operand {
  const wrapped = remainderOrQuotient(l, operand);
  if (wrapped) return wrapped;
  return knownToInt32(l, l.known(operand));
}

export function knownToInt32(l: Lowering, known: Known): Operand {
  return split(l, known, "int", (one, part) => {
    if (part === "null" || part === "undefined") return constants.int(0);
    if (part === "boolean") return l.op("bool_to_int", [one.operand], "int");
    if (part === "number" && one.type.number?.kind === "int") return one.operand;
    const float = toFloat(l, one);
    if (float.kind === "float") return constants.int(float.value | 0);
    return l.op("float_to_int32", [float], "int");
  });
}

/** `(a / b) | 0` and `(a % b) | 0` of ints are integer division and remainder; a divisor of 0 gives 0. */
function remainderOrQuotient(l: Lowering, operand: Operand): Operand | undefined {
  const definition = l.definition(operand);
  if (definition?.op === "div") return intQuotient(l, operand, "int_div");
  if (definition?.op !== "mod") return undefined;
  const [a, b] = definition.args.map((one) => l.known(one));
  if (!a || !b || !isInt(a.type) || !isInt(b.type) || isInt(l.typeOf(operand))) return undefined;
  return orZero(l, b, () => l.op("int_mod", [a.operand, b.operand], "int"));
}

function orZero(l: Lowering, divisor: Known, compute: () => Operand): Operand {
  if (excludesZero(divisor)) return compute();
  const zero = l.op("int_eq", [divisor.operand, constants.int(0)], "bool");
  return l.choose(zero, "int", () => constants.int(0), compute, false);
}

export function excludesZero(known: Known): boolean {
  const fact = interval(known);
  return fact !== undefined && (fact.low > 0 || fact.high < 0);
}

/**
 * The integer quotient of two ints if `operand` is their division: exact, since with |a|, |b| ≤ 2^53 the double a / b
 * never rounds up to an integer. A divisor of 0 gives 0, which is right for `| 0` alone.
 */
export function intQuotient(l: Lowering, operand: Operand, op: LowOpName): Operand | undefined {
  const definition = l.definition(operand);
  if (definition?.op !== "div") return undefined;
  const [a, b] = definition.args.map((one) => l.known(one));
  if (!a || !b || !isInt(a.type) || !isInt(b.type)) return undefined;
  return orZero(l, b, () => l.op(op, [a.operand, b.operand], "int"));
}

/** The quotient's operands if the divisor is proved not to be 0. */
export function dividesExactly(l: Lowering, operand: Operand): boolean {
  const definition = l.definition(operand);
  if (definition?.op !== "div") return false;
  const [a, b] = definition.args.map((one) => l.known(one));
  return (
    a !== undefined && b !== undefined && isInt(a.type) && isInt(b.type) && (excludesZero(b) || l.system)
  );
}
