/** BigInts: operators, where one of the operands may be one, and the library's functions for them. */
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import type { HighOpName } from "../../graph/ops.ts";
import { bigintType, type ValueType } from "../../graph/types.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { convert, lowTypeOf } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { argumentsOf, give, type Handler, resultType, string } from "../results.ts";
import { partsOf, split, splitPart } from "../split.ts";
import { withoutLocale } from "./locales.ts";
import { toFloat } from "./number-operands.ts";
import { position } from "./positions.ts";
import { primitiveType, toPrimitive } from "./to-primitive.ts";
import { bigIntText, symbolText, toText } from "./to-string.ts";

/** The function of the run-time that does what an operator does to two BigInts. */
const binaryFunctions: Partial<Record<HighOpName, string>> = {
  add: "sums.add",
  sub: "sums.subtract",
  mul: "multiply.multiply",
  div: "divide.divide",
  mod: "divide.remainder",
  pow: "power.power",
  bit_and: "bits.and",
  bit_or: "bits.or",
  bit_xor: "bits.xor",
  shift_left: "shift.shiftLeft",
  shift_right: "shift.shiftRight",
};

const unaryFunctions: Partial<Record<HighOpName, string>> = { neg: "sums.negate", bit_not: "bits.not" };

export function bigint(operand: Operand): Known {
  return { operand, type: bigintType };
}

function runtime(l: Lowering, name: string, args: readonly Operand[]): Operand {
  return l.runtime(`bigint.${name}`, args, "ref");
}

/** Nothing comes back: a value of any kind will do. */
function throws(l: Lowering, message: string, type: ValueType): Operand {
  l.throwError("TypeError", message);
  return l.anything(lowTypeOf(type));
}

type Plain = (l: Lowering, a: Known, b: Known, result: ValueType) => Known;

/** A binary operator; `plain` does it where neither operand is a BigInt. */
export function orBigInts(handler: Handler, plain: Plain): Handler {
  return (l, operation) => {
    const [a, b] = argumentsOf(l, operation) as [Known, Known];
    if (!a.type.bigint && !b.type.bigint) return handler(l, operation);
    const type = resultType(l, operation);
    const low = lowTypeOf(type);
    const into = (known: Known): Operand => convert(l, known, type);
    /** A BigInt and something else, which only makes a text of it. */
    const apart = (x: Known, y: Known, other: Known): Operand => {
      if (operation.op !== "add") return mixed(l, other, type);
      return splitPart(l, other, "string", low, {
        is: (text) => into(plain(l, other === x ? text : x, other === y ? text : y, type)),
        isNot: (rest) => mixed(l, rest, type),
      });
    };
    const steps = operation.attributes.step === true;
    const result = splitPart(l, a, "bigint", low, {
      is: (x) =>
        steps
          ? into(step(l, operation, x))
          : splitPart(l, b, "bigint", low, {
              is: (y) => into(both(l, operation, x, y)),
              isNot: (y) => apart(x, y, y),
            }),
      isNot: (x) =>
        splitPart(l, b, "bigint", low, {
          is: (y) => apart(x, y, x),
          isNot: (y) => into(plain(l, x, y, type)),
        }),
    });
    give(l, operation, { operand: result, type });
  };
}

function step(l: Lowering, { op }: Operation, x: Known): Known {
  return bigint(runtime(l, op === "add" ? "bits.increment" : "bits.decrement", [x.operand]));
}

function both(l: Lowering, { op }: Operation, x: Known, y: Known): Known {
  const name = binaryFunctions[op as HighOpName];
  if (name !== undefined) return bigint(runtime(l, name, [x.operand, y.operand]));
  return bigint(throws(l, "BigInts have no unsigned right shift, use >> instead", bigintType));
}

function mixed(l: Lowering, other: Known, type: ValueType): Operand {
  return splitPart(l, other, "symbol", lowTypeOf(type), {
    is: () => throws(l, "Cannot convert a Symbol value to a number", type),
    isNot: () => throws(l, "Cannot mix BigInt and other types, use explicit conversions", type),
  });
}

/** A unary operator; `plain` does it to all other kinds. */
export function orBigInt(
  handler: Handler,
  plain: (l: Lowering, a: Known, result: ValueType) => Known,
): Handler {
  return (l, operation) => {
    const [a] = argumentsOf(l, operation) as [Known];
    if (!a.type.bigint) return handler(l, operation);
    const type = resultType(l, operation);
    const low = lowTypeOf(type);
    const result = splitPart(l, a, "bigint", low, {
      is: (x) => {
        const name = unaryFunctions[operation.op as HighOpName];
        if (name !== undefined) return convert(l, bigint(runtime(l, name, [x.operand])), type);
        // `++` and `--` go on with it, a unary plus throws.
        if (operation.attributes.step === true) return convert(l, x, type);
        return throws(l, "Cannot convert a BigInt value to a number", type);
      },
      isNot: (x) => convert(l, plain(l, x, type), type),
    });
    give(l, operation, { operand: result, type });
  };
}

/**
 * How a BigInt compares with something else, no object, by `<`, `==` and the like: `test` asks what the run-time's
 * comparison gave, -1, 0, 1, or 2 where the two have no order.
 */
export function compareBigInt(l: Lowering, a: Known, b: Known, test: (order: Operand) => Operand): Operand {
  return split(l, b, "bool", (other, part) => {
    if (part === "bigint") return test(l.runtime("bigint.sums.compare", [a.operand, other.operand], "int"));
    if (part === "symbol") {
      l.throwError("TypeError", "Cannot convert a Symbol value to a number");
      return constants.bool(false);
    }
    if (part !== "string")
      return test(l.runtime("bigint.numbers.compareFloat", [a.operand, toFloat(l, other)], "int"));
    return l.choose(
      l.runtime("bigint.from-string.isBigInt", [other.operand], "bool"),
      "bool",
      () => {
        const parsed = runtime(l, "from-string.parse", [other.operand]);
        return test(l.runtime("bigint.sums.compare", [a.operand, parsed], "int"));
      },
      () => constants.bool(false),
    );
  });
}

/** `==` of a BigInt and another kind that is no object, undefined or null. */
export function equalsBigInt(l: Lowering, a: Known, b: Known): Operand {
  return splitPart(l, b, "symbol", "bool", {
    is: () => constants.bool(false),
    isNot: (other) =>
      compareBigInt(l, a, other, (order) => l.op("int_eq", [order, constants.int(0)], "bool")),
  });
}

export function equalBigInts(l: Lowering, a: Operand, b: Operand): Operand {
  return l.runtime("bigint.sums.equal", [a, b], "bool");
}

const first = (args: readonly Known[]): Known => args[0] ?? undefinedKnown;

/** ToBigInt; `BigInt(x)` also takes numbers. */
export function toBigInt(l: Lowering, given: Known, takesNumbers: boolean): Operand {
  return split(l, given, "ref", (one, part) => {
    switch (part) {
      case "bigint":
        return one.operand;
      case "boolean":
        return runtime(l, "magnitude.fromInt", [l.op("bool_to_int", [one.operand], "int")]);
      case "string":
        l.require(l.runtime("bigint.from-string.isBigInt", [one.operand], "bool"), () => {
          const parts = [constants.string("Cannot convert "), one.operand];
          const start = l.runtime("strings.concat.concat", parts, "ref");
          // Flow lets what is stored in an array of BigInts throw no SyntaxError.
          if (!l.context.source.functions.has("prelude.throwSyntaxError")) {
            l.stop("unsupported", "a text that is no BigInt in an array of BigInts");
            return;
          }
          l.throwError(
            "SyntaxError",
            l.runtime("strings.concat.concat", [start, constants.string(" to a BigInt")], "ref"),
          );
        });
        return runtime(l, "from-string.parse", [one.operand]);
      case "number":
        if (takesNumbers) {
          return one.type.number?.kind === "int"
            ? runtime(l, "magnitude.fromInt", [one.operand])
            : runtime(l, "numbers.fromFloat", [toFloat(l, one)]);
        }
        return cannotConvert(l, toText(l, one));
      case "undefined":
      case "null":
        return cannotConvert(l, constants.string(part));
      case "symbol":
        return cannotConvert(l, symbolText(l, one.operand));
      case "objects":
        return toBigInt(
          l,
          { operand: toPrimitive(l, one, primitiveType), type: primitiveType },
          takesNumbers,
        );
    }
  });
}

function cannotConvert(l: Lowering, text: Operand): Operand {
  const start = l.runtime("strings.concat.concat", [constants.string("Cannot convert "), text], "ref");
  l.throwError(
    "TypeError",
    l.runtime("strings.concat.concat", [start, constants.string(" to a BigInt")], "ref"),
  );
  return constants.nil;
}

/** `BigInt.asIntN` and `BigInt.asUintN`. */
function cut(name: string): BuiltinLowering {
  return (l, args) => {
    const bits = toFloat(l, first(args));
    const width = l.op("float_trunc", [bits], "float");
    const least = l.op("float_ge", [width, constants.float(0)], "bool");
    const most = l.op("float_le", [width, constants.float(Number.MAX_SAFE_INTEGER)], "bool");
    const none = l.op("float_ne", [bits, bits], "bool");
    const fits = l.op("bool_or", [none, l.op("bool_and", [least, most], "bool")], "bool");
    l.require(fits, () => l.throwError("RangeError", "Invalid value: not (convertible to) a safe integer"));
    const known = l.op("select", [none, constants.float(0), width], "float");
    const value = toBigInt(l, args[1] ?? undefinedKnown, false);
    return bigint(runtime(l, `bits.${name}`, [l.op("float_to_int", [known], "int"), value]));
  };
}

function textIn(l: Lowering, args: readonly Known[]): Known {
  const [x, radix] = [first(args), args[1]];
  const absent = !radix || partsOf(radix.type).every((part) => part === "undefined");
  if (absent) return string(bigIntText(l, x.operand));
  const base = position(l, radix, constants.int(10));
  return string(l.runtime("bigint.to-string.toText", [x.operand, base], "ref"));
}

export const bigIntBuiltins = {
  BigInt: (l, args) => bigint(toBigInt(l, first(args), true)),
  "BigInt.asIntN": cut("asIntN"),
  "BigInt.asUintN": cut("asUintN"),
  "bigint.toString": textIn,
  "bigint.valueOf": (_l, args) => first(args),
  "bigint.toLocaleString": withoutLocale((l, args) =>
    string(l.runtime("bigint.to-string.toLocaleText", [first(args).operand], "ref")),
  ),
} as const satisfies Record<string, BuiltinLowering>;
