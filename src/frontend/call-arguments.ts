/** The arguments of calls, in order; packing of rest parameters. */
import { constants, type Operand } from "../graph/graph.ts";
import type { FunctionInfo } from "./bindings.ts";
import type { FunctionContext } from "./function-context.ts";
import { arrayOf } from "./literals.ts";
import { type ts, tsc } from "./typescript.ts";

export function callArguments(f: FunctionContext, args: readonly ts.Expression[]): Operand[] {
  return args.map((one) => {
    if (!tsc.isSpreadElement(one)) return f.expression(one);
    f.expression(one.expression);
    return f.refuse(one, "spreadCall");
  });
}

/** For a function that is known by name: arguments from its rest parameter on are packed into an array. */
export function argumentsFor(
  f: FunctionContext,
  target: FunctionInfo,
  args: readonly ts.Expression[],
  node: ts.Node,
): Operand[] {
  const declared =
    tsc.isSourceFile(target.node) || tsc.isClassLike(target.node) ? [] : target.node.parameters;
  const rest = declared.findIndex((one) => one.dotDotDotToken);
  if (rest < 0) return callArguments(f, args);
  const plain = callArguments(f, args.slice(0, rest));
  while (plain.length < rest) plain.push(constants.undefined);
  return [...plain, arrayOf(f, node, args.slice(rest))];
}
