import { type ts, tsc } from "../checker/typescript.ts";

/** A syntax kind in words: `JsxElement` is "jsx element". */
export function describeSyntax(node: ts.Node): string {
  return (tsc.SyntaxKind[node.kind] ?? "unknown").replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
