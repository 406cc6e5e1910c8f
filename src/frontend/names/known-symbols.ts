/**
 * Symbols that are known when the program is translated: constants at the top of modules that hold what `Symbol("…")` or
 * `Symbol.for("…")` gave. In brackets such a constant is a name: `[tag]` of a class, `o[tag]`, `tag in o`.
 */
import { symbolName } from "../../graph/frames.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { originOf } from "../tree/syntax-copies.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { libraryName } from "./library-names.ts";
import type { NameTable } from "./name-table.ts";

/** Expressions in brackets, and those before `in`, that are such constants, with the names that they mean. */
const known = new WeakMap<ts.Node, string>();

export function knownSymbol(node: ts.Node): string | undefined {
  return known.get(originOf(node));
}

/** Finds them in the whole program, before anything is declared. */
export function findKnownSymbols(names: NameTable): void {
  const modules = [...names.modules.values()].filter((one) => !one.prelude);
  if (!modules.some((one) => /\bSymbol(\.for)?\s*\(/.test(one.file.text))) return;
  const note = (given: ts.Expression): void => {
    const node = skipErased(given);
    const name = nameOf(names, node);
    if (name !== undefined) known.set(node, name);
  };
  const visit = (node: ts.Node): void => {
    if (tsc.isElementAccessExpression(node)) note(node.argumentExpression);
    else if (tsc.isComputedPropertyName(node)) note(node.expression);
    else if (tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.InKeyword)
      note(node.left);
    tsc.forEachChild(node, visit);
  };
  for (const { file } of modules) visit(file);
}

function nameOf(names: NameTable, node: ts.Expression): string | undefined {
  const identifier = tsc.isPropertyAccessExpression(node) ? node.name : node;
  if (!tsc.isIdentifier(identifier)) return undefined;
  const declaration = names.declarationOf(identifier);
  return declaration && symbolOfDeclaration(names, declaration);
}

/** The name of members under the symbol that a declaration holds, if it is such a constant. */
export function symbolOfDeclaration(names: NameTable, declaration: ts.Node): string | undefined {
  if (!tsc.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const list = declaration.parent;
  const isConstant = (list.flags & tsc.NodeFlags.Const) !== 0;
  if (!isConstant || !tsc.isVariableStatement(list.parent) || !tsc.isSourceFile(list.parent.parent))
    return undefined;
  const call = skipErased(declaration.initializer);
  if (!tsc.isCallExpression(call) || !tsc.isIdentifier(declaration.name)) return undefined;
  const [description, more] = call.arguments;
  if (more || (description && !tsc.isStringLiteralLike(description))) return undefined;
  const text = description ? description.text : "";
  // That it has a description at all could not be told from the name.
  if (description && text === "") return undefined;
  const maker = libraryName(names, call.expression);
  if (maker === "Symbol.for") return symbolName("for", text);
  if (maker !== "Symbol") return undefined;
  const binding = names.bindings.get(declaration);
  return symbolName(binding && "name" in binding ? binding.name : declaration.name.text, text);
}
