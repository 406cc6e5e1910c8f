/** Well-known symbols as names of members: `[Symbol.iterator]` is `@@iterator`. */
import { wellKnownSymbols } from "../../graph/frames.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { finalizerName, isFinalizerSymbol } from "../classes/finalizers.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { constantName } from "./constant-names.ts";
import { knownSymbol } from "./known-symbols.ts";

/** A name of this form is an index: of an array it names an element, and it comes first among an object's properties. */
export function isIndexName(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name) && Number(name) < 2 ** 32 - 1;
}

/** The name that an expression in brackets means, if it is written out there: a text that is no index, or a well-known symbol. */
export function nameInBrackets(given: ts.Expression): string | undefined {
  const node = skipErased(given);
  if (tsc.isStringLiteralLike(node)) return isIndexName(node.text) ? undefined : node.text;
  if (isFinalizerSymbol(node)) return finalizerName;
  const text = constantName(node);
  if (text !== undefined && !isIndexName(text)) return text;
  const symbol = knownSymbol(node);
  if (symbol !== undefined) return symbol;
  if (!tsc.isPropertyAccessExpression(node) || !tsc.isIdentifier(node.expression)) return undefined;
  if (node.expression.text !== "Symbol" || !Object.hasOwn(wellKnownSymbols, node.name.text)) return undefined;
  return wellKnownSymbols[node.name.text as keyof typeof wellKnownSymbols];
}
