/** The right side of `instanceof`: classes by name, of the library too, and what classes say themselves. */
import { wellKnownSymbols } from "../../graph/frames.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { everyInstance } from "../../graph/well-known.ts";
import { argumentsFor } from "../calls/call-arguments.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { bindingOfName, classNamed, libraryName } from "../names/library-names.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { callStatic, checkClass, findStatic, staticFunction } from "./static-members.ts";

/** What a primitive value would have to be wrapped in. */
const wrappers: ReadonlySet<string> = new Set(["Number", "String", "Boolean", "Symbol", "BigInt"]);

/** The class of which instances are asked for, where it is known by name. */
export function testedClass(f: FunctionContext, right: ts.Expression): string | undefined {
  const known = classNamed(f, right);
  if (known !== undefined) return known;
  const name = libraryName(f.translation.names, right);
  if (name === "Object") return everyInstance.object;
  if (name === "Function") return everyInstance.function;
  return name !== undefined && wrappers.has(name) ? everyInstance.none : undefined;
}

/** `static [Symbol.hasInstance](value)` of the class on the right, or of whatever value stands there. */
export function ownInstanceTest(f: FunctionContext, node: ts.BinaryExpression): Operand | undefined {
  const { names } = f.translation;
  if (!names.memberNames.has("[Symbol.hasInstance]")) return undefined;
  const name = wellKnownSymbols.hasInstance;
  const binding = bindingOfName(names, skipErased(node.right));
  if (binding?.kind !== "class")
    return testedClass(f, node.right) === undefined ? byValue(f, node) : undefined;
  const found = findStatic(binding, name);
  if (found?.kind !== "method") return undefined;
  checkClass(f, binding, node.right);
  const target = staticFunction(f.translation, binding, found.owner, found.target);
  const args = argumentsFor(f, target, [node.left], node);
  return f.emit("truthy", [callStatic(f, target, args, node)], node);
}

function byValue(f: FunctionContext, node: ts.BinaryExpression): Operand {
  const value = f.expression(node.left);
  const right = f.expression(node.right);
  const own = f.emit("get_property", [right], node.right, { name: wellKnownSymbols.hasInstance });
  return f.either(
    f.emit("loose_equal", [own, constants.null], node),
    () => f.emit("instance_of_value", [value, right], node),
    () => f.emit("truthy", [f.emit("call_value", [own, right, value], node, { self: true })], node),
  );
}
