/** Functions that lowering makes up: one for each storage or class that needs them, shared by all their callers. */
import { graph, type Operand, type Variable, variable } from "../graph/graph.ts";
import type { LowType } from "../graph/types.ts";
import { Lowering } from "./lowering.ts";

/**
 * Calls the helper `name`, which `build` writes when it is first needed. It gets the parameters and returns the
 * result; it may call itself.
 */
export function callHelper(
  l: Lowering,
  name: string,
  args: readonly { readonly operand: Operand; readonly type: LowType; readonly name: string }[],
  result: LowType,
  build: (l: Lowering, ...params: Variable[]) => Operand | undefined,
): Variable {
  const types = args.map(({ name: label, type }) => [label, type] as const);
  defineHelper(l, name, types, result, build);
  return l.call(
    name,
    args.map((one) => one.operand),
    result,
  );
}

export function defineHelper(
  l: Lowering,
  name: string,
  params: readonly (readonly [string, LowType])[],
  result: LowType,
  build: (l: Lowering, ...params: Variable[]) => Operand | undefined,
): void {
  const { target } = l.context;
  if (target.functions.has(name)) return;
  const made = graph(name, { result, system: true });
  target.functions.set(name, made);
  const inside = new Lowering(l.context, made, undefined);
  const variables = params.map(([label, type]) => variable(label, type));
  inside.block.params = variables;
  const value = build(inside, ...variables);
  inside.end({ kind: "return", value: result === "void" ? undefined : value });
  inside.finish();
}
