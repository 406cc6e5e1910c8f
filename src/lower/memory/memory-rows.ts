/** The shapes that rows of `heddle/memory` have: one operation, one call, one field. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { MemoryBuiltinName } from "../../graph/memory-builtins.ts";
import type { LowType } from "../../graph/types.ts";
import type { Known, Lowering } from "../lowering.ts";

/** Writes a memory function's operations; operands are in the machine types of the table. */
export type Code = (l: Lowering, a: readonly Operand[], args: readonly Known[]) => Operand | undefined;

export const load =
  (width: string): Code =>
  (l, a) =>
    l.op("load", a, width === "float" ? "float" : "int", { width });
export const store =
  (width: string): Code =>
  (l, a) => {
    l.do("store", a, { width });
    return undefined;
  };
export const perform =
  (op: "copy_bytes" | "clear_bytes" | "copy_items" | "clear_items"): Code =>
  (l, a) => {
    l.do(op, a);
    return undefined;
  };
export const native =
  (name: string, result: LowType): Code =>
  (l, a) => {
    if (result !== "void") return l.native(name, a, result);
    l.do("call_native", a, { name });
    return undefined;
  };
export const runtime =
  (name: string, result: LowType): Code =>
  (l, a) =>
    l.runtime(name, a, result);
export const read =
  (struct: string, field: string, type: LowType): Code =>
  (l, a) =>
    l.get(a[0] as Operand, struct, field, type);
export const write =
  (struct: string, field: string): Code =>
  (l, a) => {
    l.set(a[0] as Operand, struct, field, a[1] as Operand);
    return undefined;
  };

export type Codes = Readonly<Partial<Record<MemoryBuiltinName, Code>>>;

export const one = constants.int(1);
export const zero = constants.int(0);

export const twice = (l: Lowering, i: Operand): Operand => l.op("int_add", [i, i], "int");
