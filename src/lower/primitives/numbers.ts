/** Arithmetic, 32-bit operators and comparisons of numbers. */
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import type { LowOpName } from "../../graph/ops.ts";
import { maxSafe, type ValueType, valueType } from "../../graph/types.ts";
import { convert, lowTypeOf } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import {
  argumentsOf,
  bool,
  float,
  give,
  type Handler,
  type Handlers,
  int,
  resultType,
  string,
} from "../results.ts";
import { partsOf, split, splitPart } from "../split.ts";
import { compareBigInt, orBigInt, orBigInts } from "./bigints.ts";
import { excludesZero, interval, isInt, knownToInt32, toFloat, toInt, toInt32 } from "./number-operands.ts";
import { concatenate, toText } from "./to-string.ts";

/** Flow has proved the number in this result to be an int. */
function wantsInt(type: ValueType): boolean {
  return type.number?.kind === "int";
}

/** Computed as doubles, even if the result is an int: an operand may be beyond what ints hold. */
function hasFloat(known: Known): boolean {
  return known.type.number?.kind === "float";
}

function safe(low: number, high: number): boolean {
  return low >= -maxSafe && high <= maxSafe;
}

/** Adds or subtracts; checked where the operands' intervals do not prove that the result stays in range. */
function addSub(l: Lowering, op: "add" | "sub", a: Known, b: Known, result: ValueType): Known {
  if (wantsInt(result) && !hasFloat(a) && !hasFloat(b)) {
    const x = toInt(l, a);
    const y = toInt(l, b);
    const p = interval(a);
    const q = interval(b);
    const bounds =
      p && q
        ? op === "add"
          ? [p.low + q.low, p.high + q.high]
          : [p.low - q.high, p.high - q.low]
        : [-Infinity, Infinity];
    const [low = -Infinity, high = Infinity] = bounds;
    const unchecked = l.system || safe(low, high);
    const name: LowOpName = unchecked ? `int_${op}` : `int_${op}_checked`;
    return int(l.op(name, [x, y], "int"), Math.max(low, -maxSafe), Math.min(high, maxSafe));
  }
  return float(l.op(`float_${op}`, [toFloat(l, a), toFloat(l, b)], "float"));
}

function arithmetic(compute: (l: Lowering, a: Known, b: Known, result: ValueType) => Known): Handler {
  return orBigInts((l, operation) => {
    const [a, b] = argumentsOf(l, operation) as [Known, Known];
    give(l, operation, compute(l, a, b, resultType(l, operation)));
  }, compute);
}

/** The product of ints is an int only if flow has proved it: then it is in range. */
function multiply(l: Lowering, a: Known, b: Known, result: ValueType): Known {
  if (wantsInt(result) && (l.system || (isInt(a.type) && isInt(b.type)))) {
    return {
      operand: l.op("int_mul", [toInt(l, a), toInt(l, b)], "int"),
      type: valueType({ number: result.number }),
    };
  }
  return float(l.op("float_mul", [toFloat(l, a), toFloat(l, b)], "float"));
}

function divide(l: Lowering, a: Known, b: Known): Known {
  return float(l.op("float_div", [toFloat(l, a), toFloat(l, b)], "float"));
}

function remainder(l: Lowering, a: Known, b: Known, result: ValueType): Known {
  const whole = isInt(a.type) && isInt(b.type);
  const notNegative = (interval(a)?.low ?? -1) >= 0;
  if (whole && (wantsInt(result) || (excludesZero(b) && notNegative))) {
    if (!excludesZero(b) && !l.system) {
      const zero = l.op("int_eq", [b.operand, constants.int(0)], "bool");
      l.when(zero, () => l.stop("integerRange"), false);
    }
    return int(l.op("int_mod", [a.operand, b.operand], "int"));
  }
  return float(l.op("float_mod", [toFloat(l, a), toFloat(l, b)], "float"));
}

function power(l: Lowering, a: Known, b: Known): Known {
  const x = toFloat(l, a);
  const y = toFloat(l, b);
  if (x.kind === "float" && y.kind === "float") return float(constants.float(x.value ** y.value));
  return float(l.runtime("math.power.pow", [x, y], "float"));
}

function negate(l: Lowering, operation: Operation): void {
  const [a] = argumentsOf(l, operation) as [Known];
  if (!wantsInt(resultType(l, operation)) || hasFloat(a)) {
    const x = toFloat(l, a);
    return give(
      l,
      operation,
      float(x.kind === "float" ? constants.float(-x.value) : l.op("float_neg", [x], "float")),
    );
  }
  const x = toInt(l, a);
  const fact = interval(a);
  const negative = x.kind === "int" ? constants.int(0 - x.value) : l.op("int_neg", [x], "int");
  give(l, operation, fact ? int(negative, -fact.high, -fact.low) : int(negative));
}

function toNumber(l: Lowering, operation: Operation): void {
  const [a] = argumentsOf(l, operation) as [Known];
  const result = resultType(l, operation);
  if (partsOf(a.type).every((part) => part === "number")) return give(l, operation, a);
  give(l, operation, wantsInt(result) && !hasFloat(a) ? int(toInt(l, a)) : float(toFloat(l, a)));
}

/** The type of a 32-bit operator's result. */
function word(l: Lowering, operand: Operand, operation: Operation): Known {
  const unsigned = operation.op === "shift_right_unsigned";
  const number = resultType(l, operation).number;
  if (number?.kind === "int") return { operand, type: valueType({ number }) };
  return unsigned ? int(operand, 0, 2 ** 32 - 1) : int(operand, -(2 ** 31), 2 ** 31 - 1);
}

function isInt32(known: Known): boolean {
  const fact = interval(known);
  return fact !== undefined && isInt(known.type) && fact.low >= -(2 ** 31) && fact.high < 2 ** 31;
}

function bits(op: LowOpName): Handler {
  const ofKnown = (l: Lowering, a: Known, b: Known): Known =>
    int(l.op(op, [knownToInt32(l, a), knownToInt32(l, b)], "int"));
  return orBigInts((l, operation) => {
    const [left, right] = operation.args as [Operand, Operand];
    const zero = right.kind === "int" && right.value === 0;
    const known = l.known(left);
    if (zero && isInt32(known) && op !== "int_and" && op !== "int_shr_unsigned")
      return give(l, operation, known);
    const x = toInt32(l, left);
    give(l, operation, word(l, l.op(op, [x, toInt32(l, right)], "int"), operation));
  }, ofKnown);
}

function bitNot(l: Lowering, operation: Operation): void {
  const x = toInt32(l, operation.args[0] as Operand);
  give(l, operation, word(l, l.op("int_not", [x], "int"), operation));
}

/** `+` where both may be strings or numbers. */
function add(l: Lowering, operation: Operation): void {
  const [a, b] = argumentsOf(l, operation) as [Known, Known];
  const result = resultType(l, operation);
  give(l, operation, { operand: addAny(l, a, b, result), type: result });
}

function isText(known: Known): boolean {
  return partsOf(known.type).every((part) => part === "string" || part === "objects");
}

function mayBeText(known: Known): boolean {
  return partsOf(known.type).some((part) => part === "string" || part === "objects");
}

function addAny(l: Lowering, a: Known, b: Known, result: ValueType): Operand {
  const into = (known: Known): Operand => convert(l, known, result);
  if (!mayBeText(a) && !mayBeText(b)) return into(addSub(l, "add", a, b, result));
  if (isText(a) || isText(b)) return into(string(concatenate(l, [toText(l, a), toText(l, b)])));
  const low = lowTypeOf(result);
  const unsure = mayBeText(a) ? a : b;
  return split(l, unsure, low, (one) =>
    unsure === a ? addAny(l, one, b, result) : addAny(l, a, one, result),
  );
}

type Order = "lt" | "le" | "gt" | "ge";

function compareKnown(l: Lowering, order: Order, a: Known, b: Known): Operand {
  if (isInt(a.type) && isInt(b.type)) return l.op(`int_${order}`, [a.operand, b.operand], "bool");
  if (isIntOrUndefined(a.type) && isIntOrUndefined(b.type)) {
    // Each test is worth less than two conversions: undefined is NaN, which compares false.
    return whereDefined(l, a, (x) => whereDefined(l, b, (y) => compareKnown(l, order, x, y)));
  }
  if (a.type.bigint || b.type.bigint) return compareMixed(l, order, a, b);
  const textA = partsOf(a.type).filter((part) => part === "string").length > 0;
  const textB = partsOf(b.type).filter((part) => part === "string").length > 0;
  if (!textA || !textB) return l.op(`float_${order}`, [toFloat(l, a), toFloat(l, b)], "bool");
  if (partsOf(a.type).length > 1) return split(l, a, "bool", (one) => compareKnown(l, order, one, b));
  if (partsOf(b.type).length > 1) return split(l, b, "bool", (one) => compareKnown(l, order, a, one));
  const sign = l.runtime("strings.compare.compare", [a.operand, b.operand], "int");
  return l.op(`int_${order}`, [sign, constants.int(0)], "bool");
}

function isIntOrUndefined(type: ValueType): boolean {
  const isKnown = partsOf(type).every((part) => part === "number" || part === "undefined");
  return isKnown && type.number?.kind === "int";
}

function whereDefined(l: Lowering, known: Known, test: (defined: Known) => Operand): Operand {
  if (!known.type.undefined) return test(known);
  return splitPart(l, known, "undefined", "bool", { is: () => constants.bool(false), isNot: test });
}

const mirrored: Record<Order, Order> = { lt: "gt", le: "ge", gt: "lt", ge: "le" };

/** One of the two may be a BigInt. */
function compareMixed(l: Lowering, order: Order, a: Known, b: Known): Operand {
  const test =
    (asked: Order) =>
    (sign: Operand): Operand => {
      const holds = l.op(`int_${asked}`, [sign, constants.int(0)], "bool");
      return l.op("bool_and", [holds, l.op("int_ne", [sign, constants.int(2)], "bool")], "bool");
    };
  return splitPart(l, a, "bigint", "bool", {
    is: (x) => compareBigInt(l, x, b, test(order)),
    isNot: (x) =>
      splitPart(l, b, "bigint", "bool", {
        is: (y) => compareBigInt(l, y, x, test(mirrored[order])),
        isNot: (y) => compareKnown(l, order, x, y),
      }),
  });
}

function comparison(order: Order): Handler {
  return (l, operation) => {
    const [a, b] = argumentsOf(l, operation) as [Known, Known];
    give(l, operation, bool(compareKnown(l, order, a, b)));
  };
}

export const numberHandlers: Handlers<
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "mod"
  | "pow"
  | "neg"
  | "to_number"
  | "bit_and"
  | "bit_or"
  | "bit_xor"
  | "bit_not"
  | "shift_left"
  | "shift_right"
  | "shift_right_unsigned"
  | "less"
  | "less_equal"
  | "greater"
  | "greater_equal"
> = {
  add: orBigInts(add, (l, a, b, result) => ({ operand: addAny(l, a, b, result), type: result })),
  sub: arithmetic((l, a, b, result) => addSub(l, "sub", a, b, result)),
  mul: arithmetic(multiply),
  div: arithmetic(divide),
  mod: arithmetic(remainder),
  pow: arithmetic(power),
  neg: orBigInt(negate, (l, a) => float(l.op("float_neg", [toFloat(l, a)], "float"))),
  to_number: orBigInt(toNumber, (l, a) => float(toFloat(l, a))),
  bit_and: bits("int_and"),
  bit_or: bits("int_or"),
  bit_xor: bits("int_xor"),
  bit_not: orBigInt(bitNot, (l, a) => int(l.op("int_not", [knownToInt32(l, a)], "int"))),
  shift_left: bits("int_shl"),
  shift_right: bits("int_shr"),
  shift_right_unsigned: bits("int_shr_unsigned"),
  less: comparison("lt"),
  less_equal: comparison("le"),
  greater: comparison("gt"),
  greater_equal: comparison("ge"),
};
