/** Well-known symbols as names of members: `[Symbol.iterator]` is `@@iterator`. */
import { wellKnownSymbols } from "../graph/frames.ts";
import { skipErased } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";

/** The name that an expression in brackets means, if it is written out there: a text or a well-known symbol. */
export function nameInBrackets(given: ts.Expression): string | undefined {
  const node = skipErased(given);
  if (tsc.isStringLiteralLike(node)) return node.text;
  if (!tsc.isPropertyAccessExpression(node) || !tsc.isIdentifier(node.expression)) return undefined;
  if (node.expression.text !== "Symbol" || !Object.hasOwn(wellKnownSymbols, node.name.text)) return undefined;
  return wellKnownSymbols[node.name.text as keyof typeof wellKnownSymbols];
}
