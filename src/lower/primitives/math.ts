/** `Math.*`: machine operations where there are some, else the run-time's functions with V8's bits. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { LowOpName } from "../../graph/ops.ts";
import { maxSafe, type ValueType, valueType } from "../../graph/types.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import type { Known, Lowering } from "../lowering.ts";
import { float, int } from "../results.ts";
import {
  dividesExactly,
  interval,
  intQuotient,
  isInt,
  knownToInt32,
  toFloat,
  toInt,
} from "./number-operands.ts";

const first = (args: readonly Known[]): Known => args[0] ?? undefinedKnown;

/** A float that is integral; bounded as flow has proved of the result. */
function integral(operand: Operand, result: ValueType): Known {
  const number = result.number;
  const proved = number?.kind === "int" && (number.low > -maxSafe || number.high < maxSafe);
  const bounds = proved ? { low: number.low, high: number.high } : { low: -Infinity, high: Infinity };
  return { operand, type: valueType({ number: { kind: "float", ...bounds, integral: true } }) };
}

/** floor, ceil and trunc; of the quotient of two ints they are integer division. */
function rounding(op: LowOpName, division: LowOpName | undefined): BuiltinLowering {
  return (l, args, result, operation) => {
    const known = first(args);
    if (isInt(known.type)) return known;
    const source = operation.op === "call_builtin" ? operation.args[0] : undefined;
    if (division && source && result.number?.kind === "int" && dividesExactly(l, source)) {
      const quotient = intQuotient(l, source, division);
      if (quotient) return int(quotient);
    }
    return integral(l.op(op, [toFloat(l, known)], "float"), result);
  };
}

function machine(op: LowOpName): BuiltinLowering {
  return (l, args) => float(l.op(op, [toFloat(l, first(args))], "float"));
}

function library(name: string): BuiltinLowering {
  return (l, args) => float(l.runtime(`math.${name}`, [toFloat(l, first(args))], "float"));
}

function library2(name: string): BuiltinLowering {
  return (l, args) =>
    float(
      l.runtime(`math.${name}`, [toFloat(l, first(args)), toFloat(l, args[1] ?? undefinedKnown)], "float"),
    );
}

function extreme(which: "min" | "max"): BuiltinLowering {
  return (l, args, result) => {
    if (args.length === 0) return float(constants.float(which === "min" ? Infinity : -Infinity));
    if (result.number?.kind === "int" && args.every((one) => one.type.number?.kind !== "float")) {
      const operands = args.map((one) => toInt(l, one));
      return int(operands.reduce((a, b) => l.op(`int_${which}`, [a, b], "int")));
    }
    const operands = args.map((one) => toFloat(l, one));
    return float(operands.reduce((a, b) => l.op(`float_${which}`, [a, b], "float")));
  };
}

function sign(l: Lowering, args: readonly Known[]): Known {
  const known = first(args);
  if (!isInt(known.type)) return float(l.runtime("math.rounding.sign", [toFloat(l, known)], "float"));
  return int(
    l.op("int_max", [l.op("int_min", [known.operand, constants.int(1)], "int"), constants.int(-1)], "int"),
    -1,
    1,
  );
}

function abs(l: Lowering, args: readonly Known[]): Known {
  const known = first(args);
  if (!isInt(known.type)) return float(l.op("float_abs", [toFloat(l, known)], "float"));
  const fact = interval(known);
  const high = Math.max(Math.abs(fact?.low ?? maxSafe), Math.abs(fact?.high ?? maxSafe));
  return int(l.op("int_abs", [known.operand], "int"), 0, high);
}

/** As `hypotArray` of src/runtime/math/hypot.ts, whose sum is compensated as V8's is. */
function hypot(l: Lowering, args: readonly Known[]): Known {
  const [a, b] = args;
  if (!a) return float(constants.float(0));
  if (!b) return float(l.op("float_abs", [toFloat(l, a)], "float"));
  if (args.length === 2)
    return float(l.runtime("math.hypot.hypot2", [toFloat(l, a), toFloat(l, b)], "float"));
  const op = (name: LowOpName, ...operands: Operand[]): Operand => l.op(name, operands, "float");
  const values = args.map((one) => op("float_abs", toFloat(l, one)));
  const infinite = values
    .map((one): Operand => l.op("float_eq", [one, constants.float(Infinity)], "bool"))
    .reduce((x, y) => l.op("bool_or", [x, y], "bool"));
  const largest = values.reduce((x, y) => op("float_max", x, y));
  const compute = (): Operand => {
    let sum: Operand = constants.float(0);
    let compensation: Operand = constants.float(0);
    for (const value of values) {
      const scaled = op("float_div", value, largest);
      const summand = op("float_sub", op("float_mul", scaled, scaled), compensation);
      const next = op("float_add", sum, summand);
      compensation = op("float_sub", op("float_sub", next, sum), summand);
      sum = next;
    }
    return op("float_mul", op("float_sqrt", sum), largest);
  };
  const zero = l.op("float_eq", [largest, constants.float(0)], "bool");
  const finite = (): Operand => l.choose(zero, "float", () => constants.float(0), compute, false);
  return float(l.choose(infinite, "float", () => constants.float(Infinity), finite, false));
}

export const mathBuiltins = {
  "Math.abs": abs,
  "Math.floor": rounding("float_floor", "int_floor_div"),
  "Math.ceil": rounding("float_ceil", undefined),
  "Math.trunc": rounding("float_trunc", "int_div"),
  "Math.round": (l, args, result) => {
    const known = first(args);
    if (isInt(known.type)) return known;
    return integral(l.runtime("math.rounding.round", [toFloat(l, known)], "float"), result);
  },
  "Math.sign": sign,
  "Math.min": extreme("min"),
  "Math.max": extreme("max"),
  "Math.imul": (l, args) => {
    const [a, b] = [first(args), args[1] ?? undefinedKnown];
    return int(l.op("int_imul", [knownToInt32(l, a), knownToInt32(l, b)], "int"), -(2 ** 31), 2 ** 31 - 1);
  },
  "Math.clz32": (l, args) => int(l.op("int_clz32", [knownToInt32(l, first(args))], "int"), 0, 32),
  "Math.fround": machine("float_round32"),
  "Math.sqrt": machine("float_sqrt"),
  "Math.cbrt": library("cube-root.cbrt"),
  "Math.sin": library("trigonometric.sin"),
  "Math.cos": library("trigonometric.cos"),
  "Math.tan": library("trigonometric.tan"),
  "Math.asin": library("inverse-trigonometric.asin"),
  "Math.acos": library("inverse-trigonometric.acos"),
  "Math.atan": library("inverse-trigonometric.atan"),
  "Math.atan2": library2("inverse-trigonometric.atan2"),
  "Math.sinh": library("hyperbolic.sinh"),
  "Math.cosh": library("hyperbolic.cosh"),
  "Math.tanh": library("hyperbolic.tanh"),
  "Math.asinh": library("hyperbolic.asinh"),
  "Math.acosh": library("hyperbolic.acosh"),
  "Math.atanh": library("hyperbolic.atanh"),
  "Math.exp": library("exponential.exp"),
  "Math.expm1": library("exponential.expm1"),
  "Math.log": library("logarithmic.log"),
  "Math.log1p": library("logarithmic.log1p"),
  "Math.log2": library("logarithmic.log2"),
  "Math.log10": library("logarithmic.log10"),
  "Math.pow": library2("power.pow"),
  "Math.hypot": hypot,
  "Math.random": (l) => float(l.native("random", [], "float")),
} as const satisfies Record<string, BuiltinLowering>;
