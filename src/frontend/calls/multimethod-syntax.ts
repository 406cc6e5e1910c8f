/** What of a program is a multimethod of `heddle/dispatch` (multimethods.ts). */
import path from "node:path";
import { type ts, tsc } from "../checker/typescript.ts";
import { isHostModule } from "../modules/modules.ts";
import type { GlobalVariable, LocalVariable } from "../names/bindings.ts";
import type { NameTable } from "../names/name-table.ts";
import { skipErased } from "../tree/syntax-tree.ts";

/** The name means a function of `heddle/dispatch`. */
export function isOfDispatch(names: NameTable, node: ts.Expression, name: string): boolean {
  if (!tsc.isIdentifier(node)) return false;
  const declaration = names.declarationOf(node);
  const file = declaration?.getSourceFile();
  return (
    declaration !== undefined &&
    file !== undefined &&
    isHostModule(file) &&
    path.basename(file.fileName) === "dispatch.ts" &&
    tsc.isFunctionDeclaration(declaration) &&
    declaration.name?.text === name
  );
}

function callIn(node: ts.Node): ts.CallExpression | undefined {
  if (!tsc.isVariableDeclaration(node) || !node.initializer) return undefined;
  const value = skipErased(node.initializer);
  return tsc.isCallExpression(value) ? value : undefined;
}

export type Variable = GlobalVariable | LocalVariable;

/** `const m = multimethod("m", …)` at the top of a module. */
export function isMultimethodVariable(names: NameTable, { constant, declaration }: Variable): boolean {
  const isAtTop = constant && tsc.isSourceFile(declaration.parent?.parent?.parent ?? declaration);
  const call = isAtTop ? callIn(declaration) : undefined;
  const [name] = call?.arguments ?? [];
  return (
    call !== undefined &&
    name !== undefined &&
    tsc.isStringLiteralLike(name) &&
    isOfDispatch(names, call.expression, "multimethod")
  );
}

/** The name that errors show, and the calls of `when`. */
export function methodsOf(node: ts.VariableDeclaration): {
  readonly name: string;
  readonly methods: readonly ts.Expression[];
} {
  const [name, ...methods] = callIn(node)?.arguments ?? [];
  return { name: name && tsc.isStringLiteralLike(name) ? name.text : "", methods: methods.map(skipErased) };
}
