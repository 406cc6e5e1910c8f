/** Class declarations where they stand: static fields and blocks run in order, the class counts as initialised. */
import { constants, type Operand } from "../graph/graph.ts";
import { declareIdentity } from "./class-identity.ts";
import { memberName } from "./class-members.ts";
import { evaluateClass, isUsedAsValue, isValueOnly } from "./class-values.ts";
import type { FunctionContext } from "./function-context.ts";
import { isStatic } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";
import { declareVariable } from "./variables.ts";

/** Evaluates a class; its value, where something may ask for it. */
export function classDeclaration(f: FunctionContext, node: ts.ClassLikeDeclaration): Operand {
  const binding = f.translation.names.classOf(node);
  if (f.info.parent) refuseInFunction(f, node);
  if (binding.variable.checked) declareVariable(f, binding.variable, constants.bool(true), node);
  declareIdentity(f, binding);
  for (const one of node.members) {
    if (tsc.isClassStaticBlockDeclaration(one)) {
      f.syntax.statements(f, one, one.body.statements);
      continue;
    }
    if (!tsc.isPropertyDeclaration(one) || !isStatic(one)) continue;
    const name = memberName(f.translation, one.name);
    const variable = name === undefined ? undefined : binding.staticFields.get(name);
    if (!variable) continue;
    const value = one.initializer ? f.expression(one.initializer) : constants.undefined;
    f.emit("set_global", [value], one, { name: variable.name });
  }
  if (isValueOnly(node) || isUsedAsValue(binding)) return evaluateClass(f, binding);
  return constants.undefined;
}

function refuseInFunction(f: FunctionContext, node: ts.ClassLikeDeclaration): void {
  for (const one of node.members) {
    if ((tsc.isPropertyDeclaration(one) && isStatic(one)) || tsc.isClassStaticBlockDeclaration(one)) {
      f.refuse(one, "classStatics");
    }
  }
}
