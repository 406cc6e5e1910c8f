/** `Number.*`, conversions, and the methods of numbers and booleans. */
import { constants, type Operand } from "../../graph/graph.ts";
import { representationOf } from "../../graph/representation.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { intToFloat } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { bool, float, int, string } from "../results.ts";
import { splitPart, testParts } from "../split.ts";
import { strictEqual } from "./equality.ts";
import { withoutLocale } from "./locales.ts";
import { isInt, knownToInt32, toFloat } from "./number-operands.ts";
import { position } from "./positions.ts";
import { truthy } from "./tests.ts";
import { booleanText, numberText, symbolText, toText } from "./to-string.ts";

const first = (args: readonly Known[]): Known => args[0] ?? undefinedKnown;

/** A test of doubles; ints answer with a constant, other kinds with false. */
function test(ofInt: boolean, ofFloat: (l: Lowering, operand: Operand) => Operand): BuiltinLowering {
  return (l, args) => {
    const answer = testParts(l, first(args), (one, part) => {
      if (part !== "number") return false;
      return one.type.number?.kind === "int" ? ofInt : ofFloat(l, one.operand);
    });
    return bool(answer);
  };
}

/** The same after ToNumber: the global isNaN and isFinite. */
function testConverted(ofInt: boolean, ofFloat: (l: Lowering, operand: Operand) => Operand): BuiltinLowering {
  return (l, args) => {
    const known = first(args);
    return bool(isInt(known.type) ? constants.bool(ofInt) : ofFloat(l, toFloat(l, known)));
  };
}

/** x - x is 0 but for infinities and NaN. */
function finite(l: Lowering, x: Operand): Operand {
  return l.op("float_eq", [l.op("float_sub", [x, x], "float"), constants.float(0)], "bool");
}

function notANumber(l: Lowering, x: Operand): Operand {
  return l.op("float_ne", [x, x], "bool");
}

function integer(l: Lowering, x: Operand): Operand {
  const whole = l.op("float_eq", [l.op("float_trunc", [x], "float"), x], "bool");
  return l.op("bool_and", [whole, finite(l, x)], "bool");
}

function toDigits(name: string, low: number, high: number, message: string): BuiltinLowering {
  return (l, args) => {
    const [x, digits] = [first(args), args[1]];
    const count = position(l, digits, constants.int(0));
    const bad = (): void => l.throwError("RangeError", message);
    if (count.kind !== "int") {
      const least = l.op("int_ge", [count, constants.int(low)], "bool");
      const most = l.op("int_le", [count, constants.int(high)], "bool");
      l.require(l.op("bool_and", [least, most], "bool"), bad);
    } else if (count.value < low || count.value > high) bad();
    return string(l.runtime(name, [toFloat(l, x), count], "ref"));
  };
}

/** Without digits these are the shortest form, which only the run-time knows how to lay out. */
function withoutDigits(given: BuiltinLowering, otherwise: BuiltinLowering): BuiltinLowering {
  return (l, args, result, operation) => {
    const digits = args[1];
    const absent = !digits || representationOf(digits.type).kind === "unit";
    return (absent ? otherwise : given)(l, args, result, operation);
  };
}

function radixText(l: Lowering, args: readonly Known[]): Known {
  const [x, radix] = [first(args), args[1]];
  if (!radix || representationOf(radix.type).kind === "unit") return string(numberText(l, x));
  const base = position(l, radix, constants.int(10));
  if (base.kind === "int" && base.value === 10) return string(numberText(l, x));
  const least = l.op("int_ge", [base, constants.int(2)], "bool");
  const most = l.op("int_le", [base, constants.int(36)], "bool");
  l.require(l.op("bool_and", [least, most], "bool"), () => {
    l.throwError("RangeError", "toString() radix argument must be between 2 and 36");
  });
  return string(
    l.runtime("numbers.to-string-radix.toStringRadix", [toFloat(l, x), intToFloat(l, base)], "ref"),
  );
}

function parseInteger(l: Lowering, args: readonly Known[]): Known {
  const radix = args[1] ? knownToInt32(l, args[1]) : constants.int(0);
  return float(l.runtime("numbers.parse-int.parseIntRadix", [toText(l, first(args)), radix], "float"));
}

/** Only when asked for it symbols have a text. */
function anyText(l: Lowering, known: Known): Operand {
  return splitPart(l, known, "symbol", "ref", {
    is: (symbol) => symbolText(l, symbol.operand),
    isNot: (other) => toText(l, other),
  });
}

function convertToNumber(l: Lowering, args: readonly Known[]): Known {
  const [known] = args;
  if (!known) return int(constants.int(0), 0, 0);
  if (isInt(known.type)) return known;
  const operand = splitPart(l, known, "bigint", "float", {
    is: (big) => l.runtime("bigint.numbers.toFloat", [big.operand], "float"),
    isNot: (other) => toFloat(l, other),
  });
  return float(operand);
}

export const numberBuiltins = {
  "Number.isInteger": test(true, integer),
  "Number.isSafeInteger": test(true, (l, x) => l.op("float_is_int", [x], "bool")),
  "Number.isFinite": test(true, finite),
  "Number.isNaN": test(false, notANumber),
  isNaN: testConverted(false, notANumber),
  isFinite: testConverted(true, finite),
  parseInt: parseInteger,
  parseFloat: (l, args) =>
    float(l.runtime("numbers.string-to-number.parseFloatPrefix", [toText(l, first(args))], "float")),
  Number: convertToNumber,
  String: (l, args) => string(args[0] ? anyText(l, args[0]) : constants.string("")),
  Boolean: (l, args) => bool(args[0] ? truthy(l, args[0]) : constants.bool(false)),
  "Object.is": (l, args) => bool(strictEqual(l, first(args), args[1] ?? undefinedKnown, "same")),
  "number.toString": radixText,
  "number.toFixed": toDigits(
    "numbers.to-fixed.toFixed",
    0,
    100,
    "toFixed() digits argument must be between 0 and 100",
  ),
  "number.toPrecision": withoutDigits(
    toDigits("numbers.to-precision.toPrecision", 1, 100, "toPrecision() argument must be between 1 and 100"),
    (l, args) => string(numberText(l, first(args))),
  ),
  "number.toExponential": withoutDigits(
    toDigits(
      "numbers.to-precision.toExponential",
      0,
      100,
      "toExponential() argument must be between 0 and 100",
    ),
    (l, args) =>
      string(
        l.runtime("numbers.to-precision.toExponential", [toFloat(l, first(args)), constants.int(-1)], "ref"),
      ),
  ),
  "number.toLocaleString": withoutLocale((l, args) =>
    string(l.runtime("numbers.to-locale-string.localeText", [toFloat(l, first(args))], "ref")),
  ),
  "number.valueOf": (_l, args) => first(args),
  "boolean.valueOf": (_l, args) => first(args),
  "boolean.toString": (l, args) => string(booleanText(l, first(args).operand)),
} as const satisfies Record<string, BuiltinLowering>;
