/** Texts that expressions in brackets always are, as `find-constant-names.ts` found them. */

import type { ts } from "../checker/typescript.ts";
import { originOf } from "../tree/syntax-copies.ts";

const known = new WeakMap<ts.Node, string>();

export function noteConstantName(node: ts.Node, text: string): void {
  known.set(node, text);
}

export function constantName(node: ts.Node): string | undefined {
  return known.get(originOf(node));
}
