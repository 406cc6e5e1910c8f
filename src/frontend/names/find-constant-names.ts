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
      const part = partOf(names, expression, place);
      if (part === undefined) return undefined;
      text += part + literal.text;
    }
    return text;
  }
  if (tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.PlusToken) {
    const [left, right] = [partOf(names, node.left, place), partOf(names, node.right, place)];
    const isSum = tsc.isNumericLiteral(node.left) && tsc.isNumericLiteral(node.right);
    return left === undefined || right === undefined || isSum ? undefined : left + right;
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

/** What a number or a text adds to a text. */
function partOf(names: NameTable, node: ts.Expression, place: ts.Node): string | undefined {
  return tsc.isNumericLiteral(node) ? node.text : textOf(names, node, place);
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
