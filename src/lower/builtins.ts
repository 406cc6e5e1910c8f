/** The language's library: one record over the table's names, put together from the kinds of values. */
import { type BuiltinName, isBuiltin } from "../graph/builtins.ts";
import type { Operation } from "../graph/graph.ts";
import { isMemoryBuiltin } from "../graph/memory-builtins.ts";
import { neverType, type ValueType } from "../graph/types.ts";
import { arrayMethods } from "./array-methods.ts";
import { arraySplicing } from "./array-splicing.ts";
import { bigIntBuiltins } from "./bigints.ts";
import type { BuiltinLowering } from "./builtin.ts";
import { consoleBuiltins } from "./console.ts";
import { jsonBuiltins } from "./json.ts";
import type { Known, Lowering } from "./lowering.ts";
import { mathBuiltins } from "./math.ts";
import { lowerMemory, lowerState } from "./memory.ts";
import { numberBuiltins } from "./number-builtins.ts";
import { objectBuiltins } from "./object-builtins.ts";
import { processBuiltins } from "./process.ts";
import { stringMethods } from "./string-methods.ts";
import { symbolBuiltins } from "./symbols.ts";

const lowerings: Record<BuiltinName, BuiltinLowering> = {
  ...mathBuiltins,
  ...numberBuiltins,
  ...stringMethods,
  ...arrayMethods,
  ...arraySplicing,
  ...consoleBuiltins,
  ...jsonBuiltins,
  ...objectBuiltins,
  ...processBuiltins,
  ...bigIntBuiltins,
  ...symbolBuiltins,
};

/** A call of a library function; of a method the receiver is the first argument. */
export function lowerBuiltin(
  l: Lowering,
  name: string,
  args: readonly Known[],
  result: ValueType,
  operation: Operation,
): Known {
  if (isBuiltin(name)) return lowerings[name](l, args, result, operation);
  if (isMemoryBuiltin(name)) return lowerMemory(l, name, args, result, operation);
  const state = lowerState(l, name, args);
  if (state) return state;
  const operand = l.refuse("H3107", `\`${name}\` is not supported yet`, "write it in the program");
  return { operand, type: neverType };
}
