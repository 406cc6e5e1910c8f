/** The run-time's primitives for BigInts and symbols (src/memory): each is one operation or a few. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { MemoryBuiltinName } from "../../graph/memory-builtins.ts";
import type { LowOpName } from "../../graph/ops.ts";
import type { LowType } from "../../graph/types.ts";
import { bigIntStruct, symbolStruct } from "../../graph/well-known.ts";
import type { Lowering } from "../lowering.ts";
import { type Code, zero } from "./memory-rows.ts";

type Row<Names extends MemoryBuiltinName> = Readonly<Record<Names, Code>>;

const row =
  (op: LowOpName, result: LowType = "void"): Code =>
  (l, a) => {
    if (result !== "void") return l.op(op, a, result);
    l.do(op, a);
    return undefined;
  };

function half(l: Lowering, index: Operand): Operand {
  return l.op("int_mul", [index, constants.int(4)], "int");
}

function word(l: Lowering, index: Operand): Operand {
  return index.kind === "int"
    ? constants.int(8 * index.value)
    : l.op("int_mul", [index, constants.int(8)], "int");
}

const bytes = { struct: bigIntStruct, type: "u32" };

/** The reference in a value that is known to hold one. */
const reference: Code = (l, a) => l.op("value_to_ref", [a[0] as Operand], "ref");

export const bigIntCodes: Row<
  | "memory.allocateBigInt"
  | "memory.wordCount"
  | "memory.setWordCount"
  | "memory.isNegative"
  | "memory.setNegative"
  | "memory.halfAt"
  | "memory.setHalf"
  | "memory.copyWords"
  | "memory.clearWords"
  | "memory.bigIntOf"
  | "memory.addWords"
  | "memory.subtractWords"
  | "memory.multiplyAddWords"
  | "memory.multiplySubtractWords"
  | "memory.shiftWordsLeft"
  | "memory.shiftWordsRight"
  | "memory.divideWords"
  | "memory.guessQuotient"
  | "memory.leadingZeros"
> = {
  "memory.allocateBigInt": (l, a) => {
    const count = a[0] as Operand;
    const made = l.op("allocate_items", [word(l, count)], "ref", { struct: bigIntStruct }, "bigint");
    l.set(made, bigIntStruct, "count", count);
    l.set(made, bigIntStruct, "negative", zero);
    return made;
  },
  "memory.wordCount": (l, a) => l.get(a[0] as Operand, bigIntStruct, "count", "int"),
  "memory.setWordCount": (l, a) => {
    l.set(a[0] as Operand, bigIntStruct, "count", a[1] as Operand);
    return undefined;
  },
  "memory.isNegative": (l, a) =>
    l.op("int_ne", [l.get(a[0] as Operand, bigIntStruct, "negative", "int"), zero], "bool"),
  "memory.setNegative": (l, a) => {
    l.set(a[0] as Operand, bigIntStruct, "negative", l.op("bool_to_int", [a[1] as Operand], "int"));
    return undefined;
  },
  "memory.halfAt": (l, a) => l.op("get_bytes", [a[0] as Operand, half(l, a[1] as Operand)], "int", bytes),
  "memory.setHalf": (l, a) => {
    l.do("set_bytes", [a[0] as Operand, half(l, a[1] as Operand), a[2] as Operand], bytes);
    return undefined;
  },
  "memory.copyWords": (l, a) => {
    const [target, at, source, from, count] = a as [Operand, Operand, Operand, Operand, Operand];
    l.do("copy_items", [target, word(l, at), source, word(l, from), word(l, count)]);
    return undefined;
  },
  "memory.clearWords": (l, a) => {
    const [target, from, count] = a as [Operand, Operand, Operand];
    l.do("clear_items", [target, word(l, from), word(l, count)]);
    return undefined;
  },
  "memory.bigIntOf": reference,
  "memory.addWords": row("words_add", "int"),
  "memory.subtractWords": row("words_subtract", "int"),
  "memory.multiplyAddWords": row("words_multiply_add"),
  "memory.multiplySubtractWords": row("words_multiply_subtract", "int"),
  "memory.shiftWordsLeft": row("words_shift_left"),
  "memory.shiftWordsRight": row("words_shift_right"),
  "memory.divideWords": row("words_divide"),
  "memory.guessQuotient": row("words_guess"),
  "memory.leadingZeros": row("words_leading_zeros", "int"),
};

export const symbolCodes: Row<
  | "memory.newSymbol"
  | "memory.hasDescription"
  | "memory.symbolDescription"
  | "memory.symbolKey"
  | "memory.setSymbolKey"
  | "memory.symbolOf"
> = {
  "memory.newSymbol": (l, a) => {
    const made = l.op("allocate", [], "ref", { struct: symbolStruct }, "symbol");
    l.set(made, symbolStruct, "description", a[0] as Operand);
    l.set(made, symbolStruct, "key", a[1] as Operand);
    return made;
  },
  "memory.symbolKey": (l, a) => l.get(a[0] as Operand, symbolStruct, "key", "ref"),
  "memory.setSymbolKey": (l, a) => {
    l.set(a[0] as Operand, symbolStruct, "key", a[1] as Operand);
    return undefined;
  },
  "memory.hasDescription": (l, a) =>
    l.op("ref_ne", [l.get(a[0] as Operand, symbolStruct, "description", "ref"), constants.nil], "bool"),
  "memory.symbolDescription": (l, a) => l.get(a[0] as Operand, symbolStruct, "description", "ref"),
  "memory.symbolOf": reference,
};
