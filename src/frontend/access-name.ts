import { skipErased } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";

/** The name of a property that is written out: `.x`, `.#x`, `["x"]`. */
export function nameOfAccess(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): string | undefined {
  if (tsc.isPropertyAccessExpression(node)) return node.name.text;
  const index = skipErased(node.argumentExpression);
  return tsc.isStringLiteralLike(index) ? index.text : undefined;
}
