/**
 * The one table of operations. Passes ask it and keep no list of their own; evaluators and emitters are records over
 * its keys, so that a forgotten operation is a compile error.
 */
import type { OpInfo } from "./op-info.ts";
import { highOps } from "./ops-high.ts";
import { lowOps } from "./ops-low.ts";

export type HighOpName = keyof typeof highOps;
export type LowOpName = keyof typeof lowOps;
export type OpName = HighOpName | LowOpName;

/** `call`, `get_global` and `set_global` mean the same at both levels and differ only in what their operands may be. */
export const ops: Readonly<Record<OpName, OpInfo>> = { ...lowOps, ...highOps };

/** The row of an operation at a level. */
export function opInfo(name: OpName, level: "high" | "typed" | "low" | "woven"): OpInfo | undefined {
  const high = level === "high" || level === "typed";
  const table: Readonly<Record<string, OpInfo>> = high ? highOps : lowOps;
  const info = Object.hasOwn(table, name) ? table[name] : undefined;
  return info?.level === "woven" && level !== "woven" ? undefined : info;
}
