/**
 * `arguments`: a function that mentions it takes all arguments in an array, as if it were declared `(...list)`, and its
 * parameters are elements of that. What an array and the arguments object have in common is supported: elements, the
 * length, iteration, and passing it on to what only reads it.
 */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import { usesArguments } from "../tree/function-shape.ts";
import { functionNodeOf, skipErased } from "../tree/syntax-tree.ts";
import type { FunctionContext } from "./function-context.ts";
import type { Key } from "./ssa.ts";

const keys = new WeakMap<FunctionInfo, Key>();

function keyOf(info: FunctionInfo): Key {
  let key = keys.get(info);
  if (!key) keys.set(info, (key = { name: "arguments" }));
  return key;
}

/** The function has got its arguments. */
export function startArguments(f: FunctionContext, list: Operand): void {
  f.builder.write(keyOf(f.info), list);
}

/** The argument at a place; undefined where there are fewer. */
export function argumentAt(f: FunctionContext, list: Operand, place: number, node: ts.Node): Operand {
  const length = f.emit("get_property", [list], node, { name: "length" });
  return f.either(
    f.emit("less", [constants.int(place), length], node),
    () => f.emit("get_index", [list, constants.int(place)], node),
    () => constants.undefined,
  );
}

/** `arguments` where it is mentioned. */
export function argumentsObject(f: FunctionContext, node: ts.Identifier): Operand {
  const isOwn = usesArguments(f.info.node) && functionNodeOf(node) === f.info.node;
  return isOwn && isReadOnlyUse(node) ? f.builder.read(keyOf(f.info)) : f.refuse(node, "arguments");
}

/** Nothing can tell an array from the arguments object there. */
function isReadOnlyUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (tsc.isPropertyAccessExpression(parent)) return parent.name.text === "length";
  if (tsc.isElementAccessExpression(parent)) return parent.expression === node;
  if (tsc.isSpreadElement(parent) || (tsc.isYieldExpression(parent) && parent.asteriskToken)) return true;
  if (tsc.isForOfStatement(parent)) return parent.expression === node;
  if (tsc.isVariableDeclaration(parent)) return tsc.isArrayBindingPattern(parent.name);
  return tsc.isCallExpression(parent) && isReader(parent, node);
}

/** `Array.from(arguments)`, `f.apply(self, arguments)`, `Array.prototype.slice.call(arguments)`. */
function isReader(call: ts.CallExpression, node: ts.Identifier): boolean {
  const callee = skipErased(call.expression);
  if (!tsc.isPropertyAccessExpression(callee)) return false;
  const place = call.arguments.indexOf(node);
  const method = callee.name.text;
  if (method === "apply") return place === 1;
  if (place !== 0) return false;
  return method === "call" || (method === "from" && callee.expression.getText() === "Array");
}
