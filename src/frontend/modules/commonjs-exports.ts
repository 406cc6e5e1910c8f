/**
 * What a CommonJS file exports: names (`exports.a = …`, `module.exports = { a, b }`), or one value
 * (`module.exports = class …`). Found in its text, at the top and once each; else an object while the program runs.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import type { Edit } from "../oracle/edits.ts";
import { exportsAsObject, exportsEnd, exportsResult } from "./commonjs-object.ts";
import { isMainTest } from "./commonjs-syntax.ts";

export class CommonJsExports {
  /** Exported name to the variable that holds it. */
  readonly names = new Map<string, string>();
  /** `module.exports` is one value. */
  value = false;
  /** Places that cannot be said by `export`. */
  unclear: readonly ts.Node[] = [];
  edits: Edit[] = [];
  readonly #declared: ReadonlySet<string>;
  /** Holds the one value. */
  #variable = "$exports";
  /** What stands before the export declaration. */
  #before = "";
  readonly #understood = new Set<ts.Node>();

  constructor(file: ts.SourceFile) {
    this.#declared = declaredAtTop(file);
    for (const statement of file.statements) this.#statement(statement);
    const unclear: ts.Node[] = this.value && this.names.size > 0 ? [file.statements[0] ?? file] : [];
    this.#others(file, unclear);
    if (unclear.length > 0) this.#whileRunning(file);
  }

  /** The exports are what `module.exports` holds when the file has run. */
  #whileRunning(file: ts.SourceFile): void {
    const { edits, unknown } = exportsAsObject(file);
    this.unclear = unknown;
    this.edits = edits;
    this.names.clear();
    this.value = true;
    this.#variable = exportsResult;
    this.#before = exportsEnd;
  }

  /** The export declarations to append. */
  declarations(): string[] {
    if (this.value) return [`${this.#before}export { ${this.#variable} as default };`];
    const list = [...this.names].map(([name, variable]) =>
      name === variable ? name : `${variable} as ${name}`,
    );
    return list.length > 0 ? [`export { ${list.join(", ")} };`] : ["export {};"];
  }

  #statement(statement: ts.Statement): void {
    if (!tsc.isExpressionStatement(statement) || !tsc.isBinaryExpression(statement.expression)) return;
    const { left, right, operatorToken } = statement.expression;
    if (operatorToken.kind !== tsc.SyntaxKind.EqualsToken) return;
    const name = exportedName(left);
    if (name !== undefined && !this.names.has(name)) {
      this.#understood.add(left);
      this.#named(statement, left, right, name);
    } else if (isModuleExports(left) && !this.value) {
      this.#understood.add(left);
      const list = shorthandNames(right);
      if (list && [...list.values()].every((one) => this.#declared.has(one))) {
        for (const [exported, variable] of list) this.names.set(exported, variable);
        this.edits.push({ start: statement.getStart(), end: statement.getEnd(), text: ";" });
      } else this.#single(left, right);
    }
  }

  /** `module.exports = class A …` declares the class; any other value goes into a variable. */
  #single(left: ts.Expression, right: ts.Expression): void {
    this.value = true;
    const isNamed = tsc.isClassExpression(right) || tsc.isFunctionExpression(right);
    const name = isNamed ? right.name?.text : undefined;
    if (name !== undefined && !this.#declared.has(name)) {
      this.#variable = name;
      this.edits.push({ start: left.getStart(), end: right.getStart(), text: "" });
    } else this.edits.push({ start: left.getStart(), end: left.getEnd(), text: `var ${this.#variable}` });
  }

  #named(statement: ts.Statement, left: ts.Expression, right: ts.Expression, name: string): void {
    if (tsc.isIdentifier(right) && this.#declared.has(right.text)) {
      this.names.set(name, right.text);
      this.edits.push({ start: statement.getStart(), end: statement.getEnd(), text: ";" });
      return;
    }
    this.names.set(name, `$${name}`);
    this.edits.push({ start: left.getStart(), end: left.getEnd(), text: `var $${name}` });
  }

  /** Reads of exported names in the file itself, and everything that is not understood. */
  #others(node: ts.Node, unclear: ts.Node[]): void {
    if (this.#understood.has(node)) return;
    const name = exportedName(node);
    const variable = name === undefined ? undefined : this.names.get(name);
    if (variable !== undefined && !isAssigned(node)) {
      this.edits.push({ start: node.getStart(), end: node.getEnd(), text: variable });
      return;
    }
    if (name !== undefined || isModuleExports(node) || isExportsName(node)) {
      unclear.push(node);
      return;
    }
    if (isMainTest(node)) return;
    if (isModuleName(node)) unclear.push(node);
    tsc.forEachChild(node, (child) => this.#others(child, unclear));
  }
}

/** `exports.a` or `module.exports.a`. */
function exportedName(node: ts.Node): string | undefined {
  if (!tsc.isPropertyAccessExpression(node)) return undefined;
  return isExportsName(node.expression) || isModuleExports(node.expression) ? node.name.text : undefined;
}

function isModuleExports(node: ts.Node): boolean {
  return (
    tsc.isPropertyAccessExpression(node) &&
    node.name.text === "exports" &&
    tsc.isIdentifier(node.expression) &&
    node.expression.text === "module"
  );
}

function isExportsName(node: ts.Node): boolean {
  if (!tsc.isIdentifier(node) || node.text !== "exports") return false;
  const { parent } = node;
  return (
    !(tsc.isPropertyAccessExpression(parent) && parent.name === node) && !tsc.isPropertyAssignment(parent)
  );
}

/** `module` by itself, as in `typeof module`. */
function isModuleName(node: ts.Node): boolean {
  return (
    tsc.isIdentifier(node) &&
    node.text === "module" &&
    (tsc.isTypeOfExpression(node.parent) || tsc.isPropertyAccessExpression(node.parent)) &&
    node.parent.expression === node
  );
}

function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  return (
    tsc.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind >= tsc.SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= tsc.SyntaxKind.LastAssignment
  );
}

/** `{ a, b: c }` of names only: exported name to variable. */
function shorthandNames(node: ts.Expression): Map<string, string> | undefined {
  if (!tsc.isObjectLiteralExpression(node)) return undefined;
  const result = new Map<string, string>();
  for (const one of node.properties) {
    if (tsc.isShorthandPropertyAssignment(one)) result.set(one.name.text, one.name.text);
    else if (tsc.isPropertyAssignment(one) && tsc.isIdentifier(one.name) && tsc.isIdentifier(one.initializer))
      result.set(one.name.text, one.initializer.text);
    else return undefined;
  }
  return result;
}

/** Functions, classes and constants: a variable could change after it was exported. */
function declaredAtTop(file: ts.SourceFile): Set<string> {
  const result = new Set<string>();
  for (const statement of file.statements) {
    if (tsc.isFunctionDeclaration(statement) || tsc.isClassDeclaration(statement)) {
      if (statement.name) result.add(statement.name.text);
    } else if (tsc.isVariableStatement(statement) && statement.declarationList.flags & tsc.NodeFlags.Const) {
      for (const { name } of statement.declarationList.declarations) {
        if (tsc.isIdentifier(name)) result.add(name.text);
        else
          for (const one of name.elements) if (!tsc.isOmittedExpression(one)) result.add(one.name.getText());
      }
    }
  }
  return result;
}
