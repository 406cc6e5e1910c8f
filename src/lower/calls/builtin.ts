/** What the lowering of a library function looks like. */
import type { Operation } from "../../graph/graph.ts";
import type { ValueType } from "../../graph/types.ts";
import type { Known, Lowering } from "../lowering.ts";

/**
 * Code of a library function: the arguments (of a method: the receiver first), the type flow gave the result, and
 * the operation for what needs more.
 */
export type BuiltinLowering = (
  l: Lowering,
  args: readonly Known[],
  result: ValueType,
  operation: Operation,
) => Known;
