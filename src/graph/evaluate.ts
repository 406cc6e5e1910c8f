/**
 * The meaning of the pure operations on machine numbers, as Node computes them: constant folding and the interpreter
 * both ask here. A bool is 0 or 1 (2 and 3 are its undefined and null).
 *
 * An int is a double here: what leaves ±2^53 is not exact, see `foldable`.
 */
import type { LowOpName } from "./ops.ts";
import { lowOps } from "./ops-low.ts";

type Scalar = "int" | "float" | "bool";
type LowTable = typeof lowOps;

/** Operations without effect from numbers to a number; `float_is_sentinel` is about bits that Node does not keep. */
export type ScalarOpName = Exclude<
  {
    [K in LowOpName]: LowTable[K] extends {
      readonly effect: "none";
      readonly args: readonly Scalar[];
      readonly result: Scalar;
    }
      ? K
      : never;
  }[LowOpName],
  "float_is_sentinel"
>;

const bits = new DataView(new ArrayBuffer(8));

function highWord(a: number): number {
  bits.setFloat64(0, a);
  return bits.getInt32(0);
}

function lowWord(a: number): number {
  bits.setFloat64(0, a);
  return bits.getUint32(4);
}

function fromWords(high: number, low: number): number {
  bits.setInt32(0, high);
  bits.setUint32(4, low);
  return bits.getFloat64(0);
}

/** Integers have no -0. */
const positive = (a: number): number => (a === 0 ? 0 : a);

const test = (compare: (a: number, b: number) => boolean) => (a: number, b: number) =>
  compare(a, b) ? 1 : 0;

const equal = test((a, b) => a === b);
const notEqual = test((a, b) => a !== b);
const less = test((a, b) => a < b);
const lessEqual = test((a, b) => a <= b);
const greater = test((a, b) => a > b);
const greaterEqual = test((a, b) => a >= b);

/** From operands to result, in the order of the operation's operands. */
export const evaluate: Readonly<Record<ScalarOpName, (a: number, b: number) => number>> = {
  int_add: (a, b) => a + b,
  int_sub: (a, b) => a - b,
  int_mul: (a, b) => positive(a * b),
  int_div: (a, b) => positive(Math.trunc(a / b)),
  int_mod: (a, b) => positive(a % b),
  int_floor_div: (a, b) => positive(Math.floor(a / b)),
  int_neg: (a) => positive(-a),
  int_min: (a, b) => Math.min(a, b),
  int_max: (a, b) => Math.max(a, b),
  int_abs: (a) => Math.abs(a),
  int_and: (a, b) => a & b,
  int_or: (a, b) => a | b,
  int_xor: (a, b) => a ^ b,
  int_not: (a) => ~a,
  int_shl: (a, b) => a << b,
  int_shr: (a, b) => a >> b,
  int_shr_unsigned: (a, b) => a >>> b,
  int_imul: (a, b) => Math.imul(a, b),
  int_clz32: (a) => Math.clz32(a),
  int_eq: equal,
  int_ne: notEqual,
  int_lt: less,
  int_le: lessEqual,
  int_gt: greater,
  int_ge: greaterEqual,
  int_below: test((a, b) => a >= 0 && a < b),
  int_to_float: (a) => a,

  float_add: (a, b) => a + b,
  float_sub: (a, b) => a - b,
  float_mul: (a, b) => a * b,
  float_div: (a, b) => a / b,
  float_mod: (a, b) => a % b,
  float_neg: (a) => -a,
  float_abs: (a) => Math.abs(a),
  float_sqrt: (a) => Math.sqrt(a),
  float_floor: (a) => Math.floor(a),
  float_ceil: (a) => Math.ceil(a),
  float_trunc: (a) => Math.trunc(a),
  float_round32: (a) => Math.fround(a),
  float_min: (a, b) => Math.min(a, b),
  float_max: (a, b) => Math.max(a, b),
  float_eq: equal,
  float_ne: notEqual,
  float_lt: less,
  float_le: lessEqual,
  float_gt: greater,
  float_ge: greaterEqual,
  float_same: test((a, b) => Object.is(a, b)),
  float_to_int: (a) => positive(a),
  float_is_int: (a) => (Number.isSafeInteger(a) ? 1 : 0),
  float_to_int32: (a) => a | 0,
  float_high_word: highWord,
  float_low_word: lowWord,
  float_from_words: fromWords,

  bool_not: (a) => (a === 0 ? 1 : 0),
  bool_and: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  bool_or: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
  bool_eq: equal,
  bool_to_int: (a) => a,
};

/** The operations of `evaluate`. */
export function isScalarOp(op: string): op is ScalarOpName {
  return Object.hasOwn(evaluate, op);
}

/**
 * The result if it is what the machine computes, bit for bit; undefined if Node cannot know: integers beyond ±(2^53-1),
 * division by zero, a NaN with a meaning of its own.
 */
export function foldable(op: ScalarOpName, args: readonly number[]): number | undefined {
  const info = lowOps[op];
  const exact = (type: Scalar, value: number): boolean => type !== "int" || Number.isSafeInteger(value);
  if (!args.every((arg, at) => exact(info.args[at] as Scalar, arg))) return undefined;
  if (op === "float_to_int" && !Number.isSafeInteger(args[0])) return undefined;
  const result = evaluate[op](args[0] as number, args[1] as number);
  if (op === "float_from_words" && Number.isNaN(result)) return undefined;
  return exact(info.result, result) ? result : undefined;
}
