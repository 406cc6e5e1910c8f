/** Arguments of calls of what only flow knows: spread arrays are taken apart, rest parameters get an array. */
import { constants, type Operation, restIndex } from "../../graph/graph.ts";
import { objectType } from "../../graph/types.ts";
import { arrayOf, readElement } from "../arrays/arrays.ts";
import type { Known, Lowering } from "../lowering.ts";
import { int } from "../results.ts";
import { lowerBuiltin } from "./builtins.ts";
import { signatureOf, undefinedKnown } from "./invoke.ts";

/** Functions of one shape take their arguments in the same way. */
export function shapeOf(l: Lowering, name: string): number {
  return restIndex(l.context.graphOf(name)) ?? -1;
}

/** The arguments of `operation` (without receiver or callee) as the function takes them. */
export function arrange(
  l: Lowering,
  name: string,
  args: readonly Known[],
  operation: Operation,
): readonly Known[] {
  const graph = l.context.graphOf(name);
  const rest = restIndex(graph);
  const tail = operation.attributes.spread === true ? args.at(-1) : undefined;
  if (rest === undefined && !tail) return args;
  const plain = tail ? args.slice(0, -1) : args;
  const { params, hasThis } = signatureOf(l, name);
  const declared = hasThis ? params.slice(1) : params;
  const count = rest ?? declared.length;
  const passed = plain.slice(0, count);
  for (let i = passed.length; i < count; i++) {
    const type = declared[i]!;
    const element = tail && readElement(l, tail, constants.int(i - plain.length), type);
    passed.push(element ? { operand: element, type } : undefinedKnown);
  }
  if (rest === undefined) return passed;
  return [...passed, restArray(l, String(graph.notes.rest), count, plain, tail, operation)];
}

/** The spread array was made for this call alone: where it is just what is wanted it needs no copy. */
function restArray(
  l: Lowering,
  className: string,
  count: number,
  plain: readonly Known[],
  tail: Known | undefined,
  operation: Operation,
): Known {
  const type = objectType(className);
  const extra = plain.slice(count);
  if (!tail) return arrayOf(l, className, extra);
  const whole: Known = { operand: tail.operand, type };
  if (plain.length < count) {
    const from = int(constants.int(count - plain.length));
    return lowerBuiltin(l, "array.slice", [whole, from], type, operation);
  }
  if (extra.length === 0) return whole;
  return lowerBuiltin(l, "array.concat", [arrayOf(l, className, extra), whole], type, operation);
}
