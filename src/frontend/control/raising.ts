/** Throwing the language's own errors. */
import { constants, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";

/** `throw new NAME(message)`, with NAME an error class of the prelude. */
export function throwNew(f: FunctionContext, name: string, message: string, node: ts.Node): void {
  const made = newError(f, name, [constants.string(message)], node);
  f.builder.raise(made, spanOf(node));
}

export function newError(f: FunctionContext, name: string, args: Operand[], node: ts.Node): Operand {
  const found = f.translation.preludeClass(name);
  if (!found) return f.refuse(node, "builtin", name);
  return f.emit("new", args, node, { class: found.name });
}
