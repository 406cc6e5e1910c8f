/** How V8 shows an expression where it says "… is not a function", "Cannot destructure … of …", "… is not iterable". */

import { type ts, tsc } from "../checker/typescript.ts";
import { skipErased } from "./syntax-tree.ts";

const K = tsc.SyntaxKind;
const unnamed = "(intermediate value)";

export function calleeText(given: ts.Expression): string {
  const node = skipErased(given);
  if (tsc.isIdentifier(node)) return node.text;
  if (tsc.isStringLiteralLike(node)) return JSON.stringify(node.text);
  if (tsc.isNumericLiteral(node)) return String(Number(node.text));
  if (tsc.isPropertyAccessExpression(node)) {
    const object = calleeText(node.expression);
    if (tsc.isPrivateIdentifier(node.name)) return `${object}[${node.name.text}]`;
    return `${object}${node.questionDotToken ? "?." : "."}${node.name.text}`;
  }
  if (tsc.isElementAccessExpression(node)) {
    const index = skipErased(node.argumentExpression);
    const object = calleeText(node.expression);
    return tsc.isStringLiteralLike(index) ? `${object}.${index.text}` : `${object}[${calleeText(index)}]`;
  }
  if (tsc.isCallExpression(node)) return `${calleeText(node.expression)}(...)`;
  if (tsc.isBinaryExpression(node)) return binaryText(node);
  if (tsc.isArrayLiteralExpression(node)) return `[${node.elements.map(calleeText).join()}]`;
  if (tsc.isObjectLiteralExpression(node)) return `{${unnamed.repeat(node.properties.length)}}`;
  if (tsc.isVoidExpression(node)) return `(void ${calleeText(node.expression)})`;
  if (tsc.isConditionalExpression(node)) return unnamed.repeat(3);
  return words[node.kind] ?? unnamed;
}

const words: Readonly<Record<number, string>> = {
  [K.ThisKeyword]: "this",
  [K.NullKeyword]: "null",
  [K.TrueKeyword]: "true",
  [K.FalseKeyword]: "false",
};

/** Operators of one kind in a row stand in one pair of brackets. */
function binaryText(node: ts.BinaryExpression): string {
  const { kind } = node.operatorToken;
  if (kind === K.EqualsToken) return calleeText(node.left);
  const operator = tsc.tokenToString(kind) ?? "";
  const left = skipErased(node.left);
  const start = calleeText(left);
  const isSame = tsc.isBinaryExpression(left) && left.operatorToken.kind === kind;
  return `(${isSame ? start.slice(1, -1) : start} ${operator} ${calleeText(node.right)})`;
}

/**
 * What a pattern takes apart, as V8 shows it: the text of an expression, empty for an argument, which is shown by its
 * value; undefined where only what is read of it is named.
 */
export function patternText(pattern: ts.Node): string | undefined {
  const { parent } = pattern;
  if (tsc.isParenthesizedExpression(parent)) return patternText(parent);
  if (tsc.isParameter(parent)) return parent.initializer ? unnamed.repeat(3) : "";
  if (tsc.isVariableDeclaration(parent)) {
    if (parent.initializer) return valueText(parent.initializer);
    if (tsc.isCatchClause(parent.parent)) return ".catch";
    return tsc.isForOfStatement(parent.parent.parent) ? ".for" : undefined;
  }
  if (tsc.isBindingElement(parent)) return parent.initializer && valueText(parent.initializer);
  const isAssigned = tsc.isBinaryExpression(parent) && parent.left === pattern;
  return isAssigned ? valueText(parent.right) : undefined;
}

function valueText(given: ts.Expression): string {
  const node = skipErased(given);
  return tsc.isOptionalChain(node) ? unnamed : calleeText(node);
}

/** What an array pattern goes over: only a name is shown as such. */
export function iteratedPatternText(pattern: ts.Node): string | undefined {
  const text = patternText(pattern);
  return text !== undefined && /^\.?[\w$]+$|^\{\}$/.test(text) ? text : undefined;
}

/** What `for…of` and spread go over. */
export function iterableText(given: ts.Expression): string {
  const node = skipErased(given);
  if (!tsc.isCallExpression(node)) return calleeText(node);
  return `${calleeText(node.expression)} is not a function or its return value`;
}
