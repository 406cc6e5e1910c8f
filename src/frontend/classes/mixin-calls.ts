/** Calls of mixins: the mixin's body, evaluated where it is called. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { withDefault } from "../values/destructuring.ts";
import { declareVariable, enterVariable } from "../values/variables.ts";
import { type MixinCall, mixinsOf } from "./mixins.ts";

/** The class that a mixin gives. */
export function mixinCall(f: FunctionContext, node: ts.CallExpression): Operand | undefined {
  const mixin = mixinsOf(f.translation.names).callAt(node);
  if (!mixin) return undefined;
  evaluateArguments(f, node, mixin);
  if (mixin.block) f.syntax.statements(f, mixin.block, mixin.statements);
  return f.expression(mixin.result);
}

function evaluateArguments(f: FunctionContext, node: ts.CallExpression, mixin: MixinCall): void {
  const { names } = f.translation;
  const mixins = mixinsOf(names);
  const values = node.arguments.map((one, i) => {
    const parameter = mixin.parameters[i];
    return parameter && mixins.isOnlyName(parameter, one) ? constants.undefined : f.expression(one);
  });
  const bindings = mixin.parameters.map((one) => {
    const binding = names.bindings.get(one);
    const isVariable = binding?.kind === "local" || binding?.kind === "global";
    return isVariable && !names.aliases.has(one) ? binding : undefined;
  });
  for (const binding of bindings) if (binding?.kind === "local") enterVariable(f, binding);
  mixin.parameters.forEach((one, i) => {
    const binding = bindings[i];
    if (!binding) return;
    const given = values[i] ?? constants.undefined;
    declareVariable(f, binding, one.initializer ? withDefault(f, given, one.initializer) : given, one);
  });
}
