/** Texts that expressions in brackets always are, as `find-constant-names.ts` found them. */
import { originOf } from "./syntax-copies.ts";
import type { ts } from "./typescript.ts";

const known = new WeakMap<ts.Node, string>();

export function noteConstantName(node: ts.Node, text: string): void {
  known.set(node, text);
}

export function constantName(node: ts.Node): string | undefined {
  return known.get(originOf(node));
}
