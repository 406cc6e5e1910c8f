/** `new.target`: the class that `new` named, of which the instance knows; a function that `new` has not called has none. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { instanceOfFunction } from "../prototypes/prototype-objects.ts";
import { nameOfTarget, thisContextOf } from "../tree/syntax-tree.ts";
import { testedClass } from "./instance-tests.ts";

export function newTarget(f: FunctionContext, node: ts.Expression): Operand {
  const context = thisContextOf(node);
  if (context.kind !== "function") return constants.undefined;
  const { names, prototypes } = f.translation;
  const owner = names.functionOf(context.node);
  const self = f.builder.read(names.thisVariable(owner));
  if (tsc.isConstructorDeclaration(context.node) || tsc.isClassLike(context.node))
    return f.emit("get_property", [self], node, { name: "constructor" });
  const name = nameOfTarget(context.node);
  const isClass = name !== undefined && testedClass(f, name) !== undefined;
  if (!isClass && !prototypes.mayConstruct(owner)) return constants.undefined;
  return name && isWithinReach(f, name) ? ofFunction(f, self, name, node) : f.refuse(node, "newTarget");
}

/** A function inside another one is a variable there, which only those functions have that mention it. */
function isWithinReach(f: FunctionContext, name: ts.Identifier): boolean {
  const binding = f.translation.names.bindingOf(name);
  if (binding?.kind !== "function-binding") return false;
  return binding.access === "known" || binding.variable.accesses.some(({ inside }) => inside === f.info);
}

/** In a function, which `new` may have called or not: itself, if it makes an instance of its own. */
function ofFunction(f: FunctionContext, self: Operand, name: ts.Identifier, node: ts.Expression): Operand {
  const known = testedClass(f, name);
  const right = known === undefined ? f.expression(name) : constants.undefined;
  const byValue = (): Operand => f.emit("instance_of_value", [self, right], node);
  const test =
    known === undefined
      ? instanceOfFunction(f, self, right, node, byValue)
      : f.emit("instance_of", [self], node, { class: known });
  return f.either(
    test,
    () => (known === undefined ? right : f.expression(name)),
    () => constants.undefined,
  );
}
