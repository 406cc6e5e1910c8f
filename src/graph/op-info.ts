/** What a row of the operations table says. */
import type { LowType } from "./types.ts";

/** The type of an operand: a machine type, `any`, or `...T` for any number of T (last only). */
export type OperandType = LowType | "any" | `...${LowType | "any"}`;

export interface OpInfo {
  readonly args: readonly OperandType[];
  /** `any` at the low level: given by the result variable (a field's type, a callee's result). */
  readonly result: LowType | "any";
  /**
   * What the outside sees. `none`: nothing, may be deleted, repeated and moved; `reads`: reads memory;
   * `allocates`: makes an object, may be deleted; `writes`: changes memory or the world; `io` likewise, kept in order.
   */
  readonly effect: "none" | "reads" | "allocates" | "writes" | "io";
  /** May end in an exception: inside a `try` it must be the last operation of its block, with an `except` exit. */
  readonly raises?: boolean;
  /** May run a collection. */
  readonly collects?: boolean;
  /** `effect` is `writes` only because it may stop the program; it changes nothing. */
  readonly stops?: boolean;
  /** The result says where an object is: it counts only until the next collection. */
  readonly address?: boolean;
  /** Estimated machine instructions. */
  readonly cost: number;
  /** high: levels high and typed. low: low and woven. woven: after weave only. */
  readonly level: "high" | "low" | "woven";
  /** Attributes by name; `?` marks one that may be missing. */
  readonly attributes?: Readonly<Record<string, AttributeType>>;
}

export type AttributeType = "string" | "string?" | "number" | "number?" | "list" | "list?" | "boolean?";
