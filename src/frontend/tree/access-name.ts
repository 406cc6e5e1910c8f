import { type ts, tsc } from "../checker/typescript.ts";
import { nameInBrackets } from "../names/symbol-names.ts";

/** The name of a property that is written out: `.x`, `.#x`, `["x"]`, `[Symbol.iterator]`. */
export function nameOfAccess(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): string | undefined {
  if (tsc.isPropertyAccessExpression(node)) return node.name.text;
  return nameInBrackets(node.argumentExpression);
}
