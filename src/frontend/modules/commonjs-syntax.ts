/** The forms of CommonJS in a syntax tree. */
import { type ts, tsc } from "../checker/typescript.ts";

export function isRequireCall(node: ts.Node): node is ts.CallExpression {
  return (
    tsc.isCallExpression(node) && tsc.isIdentifier(node.expression) && node.expression.text === "require"
  );
}

/** The name in `require("name")`. */
export function requiredName(node: ts.Node): string | undefined {
  if (!isRequireCall(node) || node.arguments.length !== 1) return undefined;
  const [name] = node.arguments;
  return name && tsc.isStringLiteralLike(name) ? name.text : undefined;
}

/** `require.main === module`: whether the file is the program's first. */
export function isMainTest(node: ts.Node): boolean {
  if (!tsc.isBinaryExpression(node)) return false;
  const { left, right } = node;
  const isMain = (one: ts.Node): boolean => one.getText() === "require.main";
  const isModule = (one: ts.Node): boolean => one.getText() === "module";
  const kind = node.operatorToken.kind;
  const equals = kind === tsc.SyntaxKind.EqualsEqualsEqualsToken || kind === tsc.SyntaxKind.EqualsEqualsToken;
  return equals && ((isMain(left) && isModule(right)) || (isModule(left) && isMain(right)));
}

/** Running the statement calls something other than `require`. */
export function isLoud(node: ts.Node): boolean {
  if (tsc.isFunctionLike(node)) return false;
  if (tsc.isPropertyDeclaration(node) && !(tsc.getCombinedModifierFlags(node) & tsc.ModifierFlags.Static))
    return false;
  if (tsc.isCallExpression(node) || tsc.isNewExpression(node)) {
    if (!isRequireCall(node) && !/^Object\.create$/.test(node.expression.getText())) return true;
  }
  return tsc.forEachChild(node, (child) => isLoud(child) || undefined) ?? false;
}

export function unusedName(file: ts.SourceFile, name: string): string {
  let result = name;
  while (file.text.includes(result)) result = `$${result}`;
  return result;
}
