/** How V8 shows what is called where it says "… is not a function". */
import { skipErased } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";

const unnamed = "(intermediate value)";

export function calleeText(given: ts.Expression): string {
  const node = skipErased(given);
  if (tsc.isIdentifier(node)) return node.text;
  if (node.kind === tsc.SyntaxKind.ThisKeyword) return "this";
  if (tsc.isStringLiteralLike(node)) return JSON.stringify(node.text);
  if (tsc.isNumericLiteral(node)) return String(Number(node.text));
  if (tsc.isPropertyAccessExpression(node)) {
    return `${calleeText(node.expression)}${node.questionDotToken ? "?." : "."}${node.name.text}`;
  }
  if (tsc.isElementAccessExpression(node)) {
    const index = skipErased(node.argumentExpression);
    const object = calleeText(node.expression);
    return tsc.isStringLiteralLike(index) ? `${object}.${index.text}` : `${object}[${calleeText(index)}]`;
  }
  if (tsc.isCallExpression(node)) return `${calleeText(node.expression)}(...)`;
  return unnamed;
}
