/**
 * Names in brackets that the text says: `[KEY]() {}` and `o[KEY]` of a constant with a text, a member of an enum, and what
 * is put together of these. They are found before anything is declared.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import { copiesOf } from "../tree/syntax-copies.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { noteConstantName } from "./constant-names.ts";
import { isConst, type NameTable } from "./name-table.ts";

export function findConstantNames(names: NameTable): void {
  for (const { file, prelude } of names.modules.values()) {
    // Brackets in which a word stands, or a template.
    if (prelude || !/\[\s*[\w`"']/.test(file.text)) continue;
    const visit = (node: ts.Node): void => {
      const inBrackets = tsc.isComputedPropertyName(node)
        ? node.expression
        : tsc.isElementAccessExpression(node)
          ? node.argumentExpression
          : undefined;
      const text = inBrackets && textOf(names, skipErased(inBrackets), node);
      if (inBrackets && text !== undefined) noteConstantName(skipErased(inBrackets), text);
      tsc.forEachChild(node, visit);
    };
    visit(file);
  }
}

/** What an expression always is, as a text; numbers are no names of members. */
function textOf(names: NameTable, given: ts.Expression, place: ts.Node): string | undefined {
  const node = skipErased(given);
  if (tsc.isStringLiteralLike(node)) return node.text;
  if (tsc.isTemplateExpression(node)) {
    let text = node.head.text;
    for (const { expression, literal } of node.templateSpans) {
      const part = textOf(names, expression, place);
      if (part === undefined) return undefined;
      text += part + literal.text;
    }
    return text;
  }
  if (tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(names, node.left, place), textOf(names, node.right, place)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  const name = tsc.isPropertyAccessExpression(node) ? node.name : node;
  const declaration = tsc.isIdentifier(name) ? names.declarationOf(name) : undefined;
  if (!declaration) return undefined;
  if (tsc.isEnumMember(declaration)) {
    const value = names.checker.getConstantValue(declaration);
    return typeof value === "string" ? value : undefined;
  }
  if (!tsc.isVariableDeclaration(declaration) || !declaration.initializer || !isConst(declaration))
    return undefined;
  return hasRun(names, declaration, place) ? textOf(names, declaration.initializer, declaration) : undefined;
}

/** The constant has its value whenever the place is reached. */
function hasRun(names: NameTable, declaration: ts.VariableDeclaration, place: ts.Node): boolean {
  if (copiesOf(declaration)) return false;
  const file = declaration.getSourceFile();
  if (file !== place.getSourceFile()) return !names.moduleOf(declaration).cyclic;
  if (declaration.end > place.pos) return false;
  const scope = declaration.parent.parent.parent;
  for (let at: ts.Node = place; at !== scope; at = at.parent) {
    // It may be called before it stands there.
    if (tsc.isSourceFile(at) || tsc.isFunctionDeclaration(at)) return false;
  }
  return true;
}
