/** Class declarations where they stand: static fields and blocks run in order, the class counts as initialised. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { isStatic, skipErased } from "../tree/syntax-tree.ts";
import { assignVariable, declareVariable } from "../values/variables.ts";
import { declareIdentity } from "./class-identity.ts";
import { memberName } from "./class-members.ts";
import { evaluateClass, isUsedAsValue, isValueOnly } from "./class-values.ts";
import { mixinsOf } from "./mixins.ts";

/** Evaluates a class; its value, where something may ask for it. */
export function classDeclaration(f: FunctionContext, node: ts.ClassLikeDeclaration): Operand {
  const binding = f.translation.names.classOf(node);
  evaluateParent(f, node);
  if (binding.variable.checked) declareVariable(f, binding.variable, constants.bool(true), node);
  declareIdentity(f, binding);
  // A static method may ask for a field before it is initialised.
  for (const one of binding.staticFields.values()) {
    if (one.kind === "local") declareVariable(f, one, constants.undefined, node);
    else if (!tsc.isPropertyDeclaration(one.declaration))
      f.emit("set_global", [constants.undefined], node, { name: one.name });
  }
  if (binding.value) declareVariable(f, binding.value, constants.undefined, node);
  const hasValue = isValueOnly(node) || isUsedAsValue(binding);
  const value = hasValue ? evaluateClass(f, binding) : constants.undefined;
  for (const one of node.members) {
    if (tsc.isClassStaticBlockDeclaration(one)) {
      f.syntax.statements(f, one, one.body.statements);
      continue;
    }
    if (!tsc.isPropertyDeclaration(one) || !isStatic(one)) continue;
    const name = memberName(f.translation, one.name);
    const variable = name === undefined ? undefined : binding.staticFields.get(name);
    if (!variable) continue;
    const initial = one.initializer ? f.expression(one.initializer) : constants.undefined;
    if (variable.kind === "local") assignVariable(f, variable, initial, one);
    else f.emit("set_global", [initial], one, { name: variable.name });
  }
  return value;
}

/** A class that is written after `extends`, or that a mixin gives, comes to be there. */
function evaluateParent(f: FunctionContext, owner: ts.ClassLikeDeclaration): void {
  const heritage = owner.heritageClauses?.find((one) => one.token === tsc.SyntaxKind.ExtendsKeyword);
  const parent = heritage?.types[0] && skipErased(heritage.types[0].expression);
  if (parent && (tsc.isClassExpression(parent) || mixinsOf(f.translation.names).callAt(parent)))
    f.expression(parent);
}
