/** The language's library: one record over the table's names, put together from the kinds of values. */
import { type BuiltinName, isBuiltin } from "../../graph/builtins.ts";
import type { Operation } from "../../graph/graph.ts";
import { isMemoryBuiltin } from "../../graph/memory-builtins.ts";
import { neverType, type ValueType } from "../../graph/types.ts";
import { arrayMethods } from "../arrays/array-methods.ts";
import { arraySplicing } from "../arrays/array-splicing.ts";
import { consoleBuiltins } from "../library/console.ts";
import { jsonBuiltins } from "../library/json.ts";
import { processBuiltins } from "../library/process.ts";
import type { Known, Lowering } from "../lowering.ts";
import { lowerMemory, lowerState } from "../memory/memory.ts";
import { objectBuiltins } from "../objects/object-builtins.ts";
import { bigIntBuiltins } from "../primitives/bigints.ts";
import { mathBuiltins } from "../primitives/math.ts";
import { numberBuiltins } from "../primitives/number-builtins.ts";
import { stringMethods } from "../primitives/string-methods.ts";
import { symbolBuiltins } from "../primitives/symbols.ts";
import type { BuiltinLowering } from "./builtin.ts";

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
