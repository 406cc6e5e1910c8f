/** New names for values of which a test has shown something. */
import { isVariable, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";

/** A value that has passed `test` on the branch at hand; constants stay as they are. */
export function refined(
  f: FunctionContext,
  value: Operand,
  test: string,
  origin: { key: object; holds: boolean; node: ts.Node },
  attributes: Record<string, string> = {},
): Operand {
  if (!isVariable(value)) return value;
  const { key, holds, node } = origin;
  return f.builder.refine(value, [], { test, ...attributes }, { test: key, holds, span: spanOf(node) });
}
