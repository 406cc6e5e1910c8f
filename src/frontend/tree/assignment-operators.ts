import { type ts, tsc } from "../checker/typescript.ts";

export function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= tsc.SyntaxKind.FirstAssignment && kind <= tsc.SyntaxKind.LastAssignment;
}
