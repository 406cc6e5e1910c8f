/**
 * What stands in the vtable of a function value. The code of a function that captures anything takes the value itself
 * as its first parameter already; for others an adapter drops it.
 */
import { graph, isVariable, type Operand, variable } from "../../graph/graph.ts";
import { isNever } from "../../graph/types.ts";
import type { Context } from "../context.ts";
import { lowTypeOf } from "../convert.ts";
import { Lowering } from "../lowering.ts";
import { newInstance } from "../objects/objects.ts";
import { codeName, signatureOf } from "./invoke.ts";

export function makeClosureCode(context: Context): void {
  for (const className of [...context.madeClosures].sort()) {
    const name = context.classOf(className).function;
    if (name === undefined || !context.source.functions.has(name)) continue;
    const code = codeName({ context }, name);
    context.setCode(className, code);
    if (code !== name && !context.target.functions.has(code)) makeAdapter(context, name, code);
  }
}

/** Function values with properties of their own are made before anything else runs. */
export function makeGlobalClosures(context: Context): void {
  const first = context.target.functions.get(context.target.entry)?.blocks[0];
  if (!first || context.globalClosures.length === 0) return;
  const l = new Lowering(context, graph("closures", {}), undefined);
  for (const className of [...context.globalClosures].sort())
    l.do("set_global", [newInstance(l, className)], { name: context.globalClosure(className) });
  first.operations.unshift(...l.block.operations);
}

function makeAdapter(context: Context, name: string, code: string): void {
  const source = context.graphOf(name);
  const low = graph(code, { displayName: source.displayName, system: source.system, span: source.span });
  const l = new Lowering(context, low, undefined);
  const signature = signatureOf(l, name);
  const result = lowTypeOf(signature.result);
  low.result = result;
  const params: Operand[] = [];
  for (const [index, type] of signature.params.entries()) {
    const machine = lowTypeOf(type);
    if (machine !== "void") params.push(variable(`p${index}`, machine));
  }
  l.block.params = [variable("self", "ref"), ...params.filter(isVariable)];
  const value = l.call(name, params, result);
  if (isNever(signature.result)) l.end({ kind: "unreachable" });
  else l.end({ kind: "return", value: result === "void" ? undefined : value });
  context.target.functions.set(code, l.finish());
}
