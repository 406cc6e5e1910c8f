/** `var`, `let` and `const`. */
import { constants } from "../../graph/graph.ts";
import { declareMultimethod } from "../calls/multimethods.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { classDeclaration } from "../classes/classes.ts";
import { mixinsOf } from "../classes/mixins.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { prepareKnown } from "../functions/functions.ts";
import { functionOfDeclaration } from "../names/classify-names.ts";
import { aliasedName } from "../names/library-names.ts";
import { classDeclarationOf } from "../names/name-table.ts";
import { usingOf } from "../tree/function-shape.ts";
import { literalConstant } from "../tree/literal-constants.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { declareElements } from "./destructuring.ts";
import { declareVariable } from "./variables.ts";

export function variables(f: FunctionContext, list: ts.VariableDeclarationList): void {
  if (usingOf(list)) {
    f.refuse(list, "using");
    return;
  }
  const flags = tsc.getCombinedNodeFlags(list) & tsc.NodeFlags.BlockScoped;
  for (const one of list.declarations) variableDeclaration(f, one, flags === 0);
}

function variableDeclaration(f: FunctionContext, node: ts.VariableDeclaration, isVar: boolean): void {
  const { names } = f.translation;
  const { initializer } = node;
  if (!initializer) {
    // `var x;` leaves what is there.
    if (!isVar) f.syntax.declarePattern(f, node.name, node, constants.undefined);
    return;
  }
  const value = skipErased(initializer);
  if (tsc.isClassExpression(value)) {
    if (classDeclarationOf(value) === node) {
      classDeclaration(f, value);
      return;
    }
  }
  if (mixinsOf(names).isGone(value)) return;
  if (names.aliases.has(node)) {
    f.expression(initializer);
    return;
  }
  if (isAlias(f, node) || declareMultimethod(f, node)) return;
  const target = functionOfDeclaration(node);
  const binding = names.bindings.get(node);
  if (target && binding?.kind === "function-binding") {
    if (binding.access !== "closure") prepareKnown(f, binding.target);
    if (binding.access === "direct") return;
    if (binding.access === "known") {
      f.translation.closureClass(binding.target);
      const { variable } = binding;
      if (variable.kind === "global" && variable.checked)
        declareVariable(f, variable, constants.function(binding.target.name), node);
      return;
    }
  }
  // The constant's uses have its value; the program needs the variable only for the check.
  if (binding?.kind === "global" && binding.value && !binding.checked) return;
  if (declareElements(f, node.name, initializer)) return;
  f.syntax.declarePattern(f, node.name, node, literalConstant(initializer) ?? f.expression(initializer));
}

/** Other names for members of the library. */
function isAlias(f: FunctionContext, node: ts.VariableDeclaration): boolean {
  const { names } = f.translation;
  const declarations = tsc.isIdentifier(node.name) ? [node] : node.name.elements;
  return declarations.length > 0 && declarations.every((one) => aliasedName(names, one) !== undefined);
}
