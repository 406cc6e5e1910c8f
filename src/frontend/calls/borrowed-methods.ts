/** Methods of the library that are called on what is given: `Array.prototype.slice.call(self, …)`. */
import { constants, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { throwNew } from "../control/raising.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { passedArguments } from "./call-arguments.ts";

export type BorrowedFrom = "Array" | "String";

/** `Array.prototype.slice.call(self, …)`: a method of the library on an array or a text that is given. */
export function borrowedCall(
  f: FunctionContext,
  node: ts.CallExpression,
  from: BorrowedFrom,
  name: string,
): Operand {
  const [first, ...rest] = node.arguments;
  const applies = tsc.isPropertyAccessExpression(node.expression) && node.expression.name.text === "apply";
  if (!first || tsc.isSpreadElement(first) || (applies && rest.length > 1))
    return f.refuse(node, "spreadCall");
  const given = f.expression(first);
  const self = from === "String" ? f.emit("to_string", [given], node) : given;
  if (applies && rest[0]) {
    // The array that is given may be the one that changes.
    const list = f.emit("call_method", [f.expression(rest[0])], node, { name: "slice" });
    return f.emit("call_method", [self, list], node, { name, spread: true });
  }
  const { operands, attributes } = passedArguments(f, rest, node);
  const isArray = from === "Array" && !(tsc.isIdentifier(first) && first.text === "arguments");
  const receiver = isArray ? onlyArray(f, self, name, node) : self;
  return f.emit("call_method", [receiver, ...operands], node, { name, ...attributes });
}

/** Other objects with a length have elements too; they are not supported. */
function onlyArray(f: FunctionContext, value: Operand, name: string, node: ts.Node): Operand {
  const { builder } = f;
  f.either(
    f.emit("loose_equal", [value, constants.null], node),
    () => {
      throwNew(f, "TypeError", `Array.prototype.${name} called on null or undefined`, node);
      return constants.undefined;
    },
    () => constants.undefined,
  );
  const [go, fail] = [builder.block(), builder.block()];
  builder.branch(f.emit("call_builtin", [value], node, { name: "Array.isArray" }), go, fail);
  builder.sealAndStart(fail);
  builder.stop("unsupported", "a method of arrays on what is no array", spanOf(node));
  builder.sealAndStart(go);
  return refined(f, value, "array", { key: {}, holds: true, node });
}
