/** The methods of functions: `call`, `apply`, `bind`. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { throwNew } from "../control/raising.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { libraryName } from "../names/library-names.ts";
import { calleeText } from "../tree/callee-text.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { borrowedCall } from "./borrowed-methods.ts";
import { passedArguments } from "./call-arguments.ts";
import { notNullish } from "./receivers.ts";

/**
 * `f.call(self, …)` and `f.apply(self, array)`: a call of the value with a `this`. Undefined for arguments of other
 * shapes.
 */
export function callWithThis(
  f: FunctionContext,
  node: ts.CallExpression,
  receiver: Operand,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: "call" | "apply",
): Operand | undefined {
  const [first, ...rest] = node.arguments;
  const spreads = node.arguments.some((one) => tsc.isSpreadElement(one));
  if (name === "apply" && (spreads || rest.length > 1)) return undefined;
  if (first && tsc.isSpreadElement(first)) return undefined;
  const shown = calleeText(f.info.module.prelude ? callee.expression : callee);
  const value = f.info.module.prelude
    ? receiver
    : notNullish(
        f,
        callee.expression,
        receiver,
        tsc.isPropertyAccessExpression(callee) ? callee.name : callee,
        name,
      );
  const self = thisArgument(f, callee, first);
  if (name === "apply" && rest[0]) {
    const args = f.expression(rest[0]);
    return f.emit("call_value", [value, self, args], node, { shown, self: true, spread: true });
  }
  const { operands, attributes } = passedArguments(f, rest, node);
  return f.emit("call_value", [value, self, ...operands], node, { shown, self: true, ...attributes });
}

/** `f.bind(self, …)`: a function value that keeps its `this` and first arguments. */
export function bindFunction(
  f: FunctionContext,
  node: ts.CallExpression,
  receiver: Operand,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand {
  const where = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
  const value = notNullish(f, callee.expression, receiver, where, "bind");
  const [first, ...rest] = node.arguments;
  const self = thisArgument(f, callee, first);
  const kept = rest.map((one) => f.expression(one));
  const { builder } = f;
  const [go, fail] = [builder.block(), builder.block()];
  const kind = f.emit("typeof", [value], callee);
  builder.branch(f.emit("strict_equal", [kind, constants.string("function")], callee), go, fail);
  builder.sealAndStart(fail);
  throwNew(f, "TypeError", `${calleeText(callee)} is not a function`, node);
  builder.sealAndStart(go);
  const target = refined(f, value, "typeof", { key: {}, holds: true, node }, { kind: "function" });
  const name = f.translation.boundClass(node, f.info, kept.length);
  return f.emit("closure", [target, self, ...kept], node, { class: name });
}

/** Functions of the library have no use for a `this`, which may be `console` or `Math`. */
function thisArgument(
  f: FunctionContext,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  given: ts.Expression | undefined,
): Operand {
  const { names } = f.translation;
  const isUnused = given && libraryName(names, given) !== undefined && libraryName(names, callee.expression);
  return given && !isUnused ? f.expression(given) : constants.undefined;
}

/** `[].method.call(…)` and `[].method.apply(…)`. */
export function borrowsMethod(f: FunctionContext, node: ts.CallExpression): Operand | undefined {
  const callee = skipErased(node.expression);
  if (!tsc.isPropertyAccessExpression(callee) || !/^(call|apply)$/.test(callee.name.text)) return undefined;
  const method = methodOfEmptyArray(callee.expression);
  return method === undefined ? undefined : borrowedCall(f, node, "Array", method);
}

function methodOfEmptyArray(given: ts.Expression): string | undefined {
  const node = skipErased(given);
  if (!tsc.isPropertyAccessExpression(node)) return undefined;
  const object = skipErased(node.expression);
  return tsc.isArrayLiteralExpression(object) && object.elements.length === 0 ? node.name.text : undefined;
}
