/** The arguments of calls, in order; packing of rest parameters. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { shapeOf } from "../functions/parameter-shape.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import { arrayOf } from "../values/literals.ts";

export interface PassedArguments {
  readonly operands: Operand[];
  /** `spread`: the last operand is an array of the arguments that follow the others. */
  readonly attributes: { readonly spread?: true };
}

/**
 * For a callee that only flow knows: from the first spread on the arguments are gathered in an array, if not from
 * `gathered` on.
 */
export function passedArguments(
  f: FunctionContext,
  args: readonly ts.Expression[],
  node: ts.Node,
  gathered = Number.POSITIVE_INFINITY,
): PassedArguments {
  const spread = args.findIndex((one) => tsc.isSpreadElement(one));
  if (spread < 0) return { operands: args.map((one) => f.expression(one)), attributes: {} };
  const first = Math.min(spread, gathered);
  const operands = args.slice(0, first).map((one) => f.expression(one));
  return { operands: [...operands, arrayOf(f, node, args.slice(first))], attributes: { spread: true } };
}

/** For what takes a fixed number of arguments, as functions of the library do. */
export function callArguments(f: FunctionContext, args: readonly ts.Expression[]): Operand[] {
  return args.map((one) => {
    if (!tsc.isSpreadElement(one)) return f.expression(one);
    f.expression(one.expression);
    return f.refuse(one, "spreadCall");
  });
}

/**
 * For a function that is known by name: arguments from its rest parameter on are packed into an array.
 * `first` goes before all of them.
 */
export function argumentsFor(
  f: FunctionContext,
  target: FunctionInfo,
  args: readonly ts.Expression[],
  node: ts.Node,
  first?: Operand,
): Operand[] {
  const { count, hasRest } = shapeOf(f.translation, target);
  const before = first ? [first] : [];
  const spread = args.findIndex((one) => tsc.isSpreadElement(one));
  const unpacked = Math.max(0, count - before.length);
  if (hasRest && (spread < 0 || spread >= unpacked)) {
    const plain = [...before, ...args.slice(0, unpacked).map((one) => f.expression(one))];
    while (plain.length < count) plain.push(constants.undefined);
    return [...plain, arrayOf(f, node, args.slice(unpacked))];
  }
  if (spread < 0) return [...before, ...args.map((one) => f.expression(one))];
  const plain = args.slice(0, spread).map((one) => f.expression(one));
  const tail = arrayOf(f, node, args.slice(spread));
  for (let i = spread; i < count; i++)
    plain.push(f.emit("get_index", [tail, constants.int(i - spread)], node));
  if (!hasRest) return plain;
  return [...plain, f.emit("call_method", [tail, constants.int(count - spread)], node, { name: "slice" })];
}
