/** `tagged(C)` of `heddle/tagged`, a statement of the module that declares the class C: it marks the class and does nothing. */
import { type ts, tsc } from "../checker/typescript.ts";

/** The name under which a file imports `tagged`. */
function importedName(file: ts.SourceFile): string | undefined {
  for (const one of file.statements) {
    if (!tsc.isImportDeclaration(one) || !tsc.isStringLiteral(one.moduleSpecifier)) continue;
    const bindings = one.importClause?.namedBindings;
    if (one.moduleSpecifier.text !== "heddle/tagged" || !bindings || !tsc.isNamedImports(bindings)) continue;
    const found = bindings.elements.find(
      ({ name, propertyName }) => (propertyName ?? name).text === "tagged",
    );
    if (found) return found.name.text;
  }
  return undefined;
}

interface Call {
  readonly callee: string;
  readonly argument: string;
}

/** `callee(argument);`, both of them names. */
function callOf(statement: ts.Statement): Call | undefined {
  if (!tsc.isExpressionStatement(statement) || !tsc.isCallExpression(statement.expression)) return undefined;
  const { expression, arguments: given } = statement.expression;
  const [argument] = given;
  if (given.length !== 1 || !argument || !tsc.isIdentifier(argument) || !tsc.isIdentifier(expression))
    return undefined;
  return { callee: expression.text, argument: argument.text };
}

/** The file marks the class, which stands at its top. */
export function isMarked(node: ts.ClassLikeDeclaration): boolean {
  const file = node.getSourceFile();
  const name = node.parent === file && node.name ? importedName(file) : undefined;
  if (name === undefined) return false;
  return file.statements.some((one) => {
    const call = callOf(one);
    return call?.callee === name && call.argument === node.name?.text;
  });
}

/** The statement marks a class of its module; `wrong`: it means to, but there is no such class. */
export function markOf(statement: ts.ExpressionStatement): "mark" | "wrong" | undefined {
  const call = callOf(statement);
  const file = statement.getSourceFile();
  if (!call || importedName(file) !== call.callee) return undefined;
  const classes = file.statements.filter((one) => tsc.isClassDeclaration(one));
  return statement.parent === file && classes.some((one) => one.name?.text === call.argument)
    ? "mark"
    : "wrong";
}
