/**
 * The exports of a CommonJS file as the object that they are on Node, where they are decided while the file runs:
 * `module` and `exports` become variables of the file, and what `module.exports` holds at its end is what others get.
 *
 *   if (typeof module !== "undefined") module.exports = Stack;
 *   var $module = …; if (typeof $module !== "undefined") $module.exports = Stack;
 */

import { type ts, tsc } from "../checker/typescript.ts";
import type { Edit } from "../oracle/edits.ts";
import { isMainTest } from "./commonjs-syntax.ts";

export const exportsResult = "$exported";

const start =
  '/** @type {any} */ var $module = { exports: {} }; /** @type {any} */ var $exports = $module["exports"];';
export const exportsEnd = `/** @type {any} */ var ${exportsResult} = $module["exports"];`;

const variables: ReadonlySet<string> = new Set(["module", "exports"]);

/** The edits that make variables of `module` and `exports`, and the places that ask for more of the module. */
export function exportsAsObject(file: ts.SourceFile): { edits: Edit[]; unknown: ts.Node[] } {
  const edits: Edit[] = [];
  const unknown: ts.Node[] = [];
  const visit = (node: ts.Node, isTop: boolean): void => {
    if (isMainTest(node)) return;
    if (isMarkOfCompiler(node)) {
      edits.push({ start: node.getStart(), end: node.getEnd(), text: "undefined" });
      return;
    }
    if (tsc.isIdentifier(node) && variables.has(node.text) && !isPropertyName(node)) {
      if (asksForMore(node)) unknown.push(node.parent);
      const text = isShorthand(node) ? `${node.text}: $${node.text}` : `$${node.text}`;
      edits.push({ start: node.getStart(), end: node.getEnd(), text });
    }
    if (isTop && node.kind === tsc.SyntaxKind.ThisKeyword)
      edits.push({ start: node.getStart(), end: node.getEnd(), text: "$exports" });
    const within =
      isTop && (!tsc.isFunctionLike(node) || tsc.isArrowFunction(node)) && !tsc.isClassLike(node);
    tsc.forEachChild(node, (child) => visit(child, within));
  };
  visit(file, true);
  const first = file.statements[0];
  if (first) edits.push({ start: first.getStart(), end: first.getStart(), text: start });
  return { edits, unknown };
}

/** `Object.defineProperty(exports, "__esModule", …)`: what compilers write at the top. */
function isMarkOfCompiler(node: ts.Node): boolean {
  return (
    tsc.isCallExpression(node) &&
    node.expression.getText() === "Object.defineProperty" &&
    node.arguments[0]?.getText() === "exports" &&
    /^["']__esModule["']$/.test(node.arguments[1]?.getText() ?? "")
  );
}

/** `module.id`, `module["paths"]`: Node's own members. */
function asksForMore(node: ts.Identifier): boolean {
  const { parent } = node;
  if (node.text !== "module" || parent === undefined) return false;
  if (tsc.isElementAccessExpression(parent)) return parent.expression === node;
  return (
    tsc.isPropertyAccessExpression(parent) && parent.expression === node && parent.name.text !== "exports"
  );
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (tsc.isPropertyAccessExpression(parent)) return parent.name === node;
  if (tsc.isBindingElement(parent)) return parent.propertyName === node;
  if (tsc.isPropertyAssignment(parent) || tsc.isMethodDeclaration(parent)) return parent.name === node;
  return tsc.isPropertyDeclaration(parent) || tsc.isAccessor(parent) ? parent.name === node : false;
}

function isShorthand(node: ts.Identifier): boolean {
  const { parent } = node;
  if (tsc.isShorthandPropertyAssignment(parent)) return true;
  return (
    tsc.isBindingElement(parent) &&
    parent.name === node &&
    !parent.propertyName &&
    tsc.isObjectBindingPattern(parent.parent)
  );
}
