/** Calls give each parameter something, those too that a function only has because others of its group have them. */
import { type Constant, constants, type Operand } from "../graph/graph.ts";
import type { FunctionClone } from "./clones/function-clones.ts";
import { anyBoolean, anyUndefined, bit } from "./flow/kinds.ts";
import type { Slot } from "./flow/slot.ts";

/** The arguments that the signature has; what is missing is `undefined`. */
export function fitArguments(args: readonly Operand[], target: FunctionClone): Operand[] {
  const { arity, ownArity } = target;
  const result = args.slice(0, arity);
  while (result.length < ownArity) result.push(constants.undefined);
  for (let i = result.length; i < arity; i++) result.push(anythingFor(target.parameter(i) as Slot));
  return result;
}

/** What nobody reads, so that no value has to be made for it: a machine word of numbers or booleans has no undefined. */
function anythingFor(slot: Slot): Constant {
  if (slot.has(anyUndefined)) return constants.undefined;
  if (slot.has(bit.number)) return constants.int(0);
  return slot.has(anyBoolean) ? constants.bool(false) : constants.undefined;
}

/** References have an undefined that costs nothing: parameters that nobody reads get it. */
export function takesAbsent(slot: Slot): boolean {
  const words = bit.number | anyBoolean | anyUndefined;
  return !slot.isEmpty && !slot.has(words);
}
