/**
 * Mixins: functions that give a class which extends their argument. Which class that is, each call of such a function says
 * in the text, so each gets the function's body for itself, and nothing is left of the function:
 *
 *   const Named = (Base) => class extends Base { … }
 *   class A extends Named(B) { … }                    class A extends (class extends B { … }) { … }
 *
 * A function that gives a class without being given one is taken apart only for calls whose class something extends.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import type { SourceModule } from "../names/bindings.ts";
import { functionOfDeclaration } from "../names/classify-names.ts";
import { classDeclarationOf, isConst, type NameTable } from "../names/name-table.ts";
import { SyntaxCopies } from "../tree/syntax-copies.ts";
import { isFunctionNode, skipErased } from "../tree/syntax-tree.ts";

/** A call of a mixin, with a body of its own. */
export interface MixinCall {
  readonly parameters: readonly ts.ParameterDeclaration[];
  /** All but the `return` at the end. */
  readonly statements: readonly ts.Statement[];
  readonly block: ts.Block | undefined;
  readonly result: ts.Expression;
  /** The declaration of the class that the call gives. */
  readonly declaration: ts.Node;
}

/** A function that may be called as a mixin. */
interface Template {
  readonly node: ts.FunctionLikeDeclaration;
  readonly statements: readonly ts.Statement[];
  readonly block: ts.Block | undefined;
  readonly result: ts.Expression;
  /** For each parameter whether it stands for a class. */
  readonly takesClass: readonly boolean[];
}

/** More would not fit between two positions. */
const deepest = 4;

const known = new WeakMap<NameTable, Mixins>();

/** The mixins of a program. */
export function mixinsOf(names: NameTable): Mixins {
  let found = known.get(names);
  if (!found) {
    found = new Mixins(names);
    known.set(names, found);
  }
  return found;
}

class Mixins {
  readonly #names: NameTable;
  readonly #templates = new Map<ts.Node, Template | undefined>();
  readonly #calls = new Map<ts.CallExpression, MixinCall | undefined>();
  /** What parameters of copies stand for. */
  readonly #given = new Map<ts.Node, ts.Expression>();
  /** Functions of which nothing is left. */
  readonly #gone = new Set<ts.Node>();

  constructor(names: NameTable) {
    this.#names = names;
  }

  /** Finds all calls in modules, in the order in which they run. */
  find(modules: readonly SourceModule[]): void {
    const files = modules.filter((one) => !one.prelude).map((one) => one.file);
    if (!files.some((one) => this.#mayHaveMixins(one))) return;
    for (const file of files) this.#visit(file);
    for (const [node, template] of this.#templates) if (template && isMeantByName(node)) this.#gone.add(node);
    for (let size = -1; size !== this.#gone.size; ) {
      size = this.#gone.size;
      for (const file of files) this.#keepMentioned(file);
    }
  }

  callAt(node: ts.Node): MixinCall | undefined {
    return tsc.isCallExpression(node) ? this.#calls.get(node) : undefined;
  }

  /** The function of a declaration or `const` is not part of the program any more. */
  isGone(node: ts.Node): boolean {
    return this.#gone.has(node);
  }

  /** What a parameter was given that stands for a class of the library. */
  givenTo(parameter: ts.Node | undefined): ts.Expression | undefined {
    return parameter && this.#given.get(parameter);
  }

  /** The argument need not be evaluated: it is the name of a class, and so is the parameter. */
  isOnlyName(parameter: ts.Node, argument: ts.Expression): boolean {
    return this.#names.aliases.has(parameter) && isName(skipErased(argument));
  }

  /** The declaration of the class that an expression always means. */
  classOf(given: ts.Expression): ts.Node | undefined {
    const node = skipErased(given);
    if (tsc.isClassExpression(node)) return classDeclarationOf(node);
    if (tsc.isCallExpression(node)) return this.#call(node, true)?.declaration;
    const name = tsc.isPropertyAccessExpression(node) ? node.name : node;
    if (!tsc.isIdentifier(name)) return undefined;
    const declaration = this.#names.declarationOf(name);
    return declaration && this.#classDeclaredBy(declaration);
  }

  #classDeclaredBy(declaration: ts.Node): ts.Node | undefined {
    if (tsc.isClassLike(declaration)) return classDeclarationOf(declaration);
    if (tsc.isExportAssignment(declaration)) {
      const found = tsc.isCallExpression(skipErased(declaration.expression))
        ? this.classOf(declaration.expression)
        : undefined;
      if (found) this.#names.aliases.set(declaration, found);
      return found;
    }
    if (!tsc.isVariableDeclaration(declaration) || !tsc.isIdentifier(declaration.name)) return undefined;
    if (!declaration.initializer || !isConst(declaration)) return undefined;
    const value = skipErased(declaration.initializer);
    if (tsc.isClassExpression(value)) return classDeclarationOf(value);
    if (!tsc.isCallExpression(value) && !isName(value)) return undefined;
    const found = this.classOf(value);
    // `const B = A` stays a variable: nothing but `extends` asks.
    if (found && tsc.isCallExpression(value)) this.#names.aliases.set(declaration, found);
    return found;
  }

  /** A class extends what a call gives, or a parameter of a function around it. */
  #mayHaveMixins(file: ts.SourceFile): boolean {
    const visit = (node: ts.Node): boolean => {
      const base = tsc.isClassLike(node) ? baseOf(node) : undefined;
      if (base && this.#isComputed(base)) return true;
      return tsc.forEachChild(node, (child) => visit(child) || undefined) ?? false;
    };
    return /\bclass\b[^{]*\bextends\b/.test(file.text) && visit(file);
  }

  #isComputed(base: ts.Expression): boolean {
    if (tsc.isCallExpression(base)) return true;
    if (!isName(base)) return false;
    const declaration = this.#names.declarationOf(
      tsc.isPropertyAccessExpression(base) ? base.name : (base as ts.Identifier),
    );
    if (!declaration) return false;
    if (tsc.isParameter(declaration)) return true;
    const value = tsc.isVariableDeclaration(declaration) && declaration.initializer;
    return value ? tsc.isCallExpression(skipErased(value)) : false;
  }

  #visit(node: ts.Node): void {
    tsc.forEachChild(node, (child) => this.#visit(child));
    if (isFunctionNode(node)) this.#templateAt(node);
    else if (tsc.isCallExpression(node)) this.#call(node, false);
    else if (tsc.isVariableDeclaration(node) || tsc.isExportAssignment(node)) this.#nameClassOf(node);
    else if (tsc.isClassLike(node)) {
      const base = baseOf(node);
      if (base) this.classOf(base);
    }
  }

  #nameClassOf(declaration: ts.VariableDeclaration | ts.ExportAssignment): void {
    const given = tsc.isVariableDeclaration(declaration) ? declaration.initializer : declaration.expression;
    const value = given && skipErased(given);
    if (value && tsc.isCallExpression(value) && !this.#call(value, false)) return;
    this.#classDeclaredBy(declaration);
  }

  /** `isExtended`: something needs to know the class. */
  #call(node: ts.CallExpression, isExtended: boolean): MixinCall | undefined {
    if (this.#calls.has(node)) return this.#calls.get(node);
    const template = this.#templateOf(node.expression);
    if (template && !isExtended && !template.takesClass.includes(true)) return undefined;
    this.#calls.set(node, undefined);
    const made = template && this.#expand(node, template);
    this.#calls.set(node, made);
    return made;
  }

  #expand(node: ts.CallExpression, template: Template): MixinCall | undefined {
    const given = node.arguments;
    if (given.some((one) => tsc.isSpreadElement(one)) || isInside(node, template.node)) return undefined;
    const copies = new SyntaxCopies(node, template.node);
    if (copies.depth > deepest) return undefined;
    const classes = template.takesClass.map((takes, i) => {
      const argument = given[i];
      if (!takes || !argument) return undefined;
      return this.classOf(argument) ?? (this.#isLibraryClass(argument) ? argument : undefined);
    });
    if (template.takesClass.some((takes, i) => takes && !classes[i])) return undefined;
    const parameters = template.node.parameters.map((one) => copies.add(one));
    parameters.forEach((one, i) => {
      const target = classes[i];
      const argument = given[i];
      if (target && target !== argument) this.#names.aliases.set(one, target);
      else if (target && argument) this.#given.set(one, argument);
    });
    const block = template.block && copies.add(template.block);
    const last = block?.statements.at(-1);
    const result =
      last && tsc.isReturnStatement(last) && last.expression ? last.expression : copies.add(template.result);
    const statements = block ? block.statements.slice(0, -1) : [];
    for (const one of statements) this.#visit(one);
    this.#visit(result);
    const declaration = this.classOf(result);
    return declaration && { parameters, statements, block, result, declaration };
  }

  #isLibraryClass(argument: ts.Expression): boolean {
    const node = skipErased(argument);
    return tsc.isIdentifier(node) && this.#names.declarationOf(node) === undefined;
  }

  #templateOf(given: ts.Expression): Template | undefined {
    const callee = skipErased(given);
    if (!isName(callee)) return undefined;
    const name = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
    const node = functionDeclaredBy(this.#names.declarationOf(name));
    return node && this.#templateAt(node);
  }

  #templateAt(node: ts.FunctionLikeDeclaration): Template | undefined {
    if (!this.#templates.has(node)) {
      this.#templates.set(node, undefined);
      this.#templates.set(node, this.#readTemplate(node));
    }
    return this.#templates.get(node);
  }

  #readTemplate(node: ts.FunctionLikeDeclaration): Template | undefined {
    const { body, parameters } = node;
    if (!body || node.asteriskToken || hasOwnThis(body)) return undefined;
    if (node.modifiers?.some((one) => one.kind === tsc.SyntaxKind.AsyncKeyword)) return undefined;
    if (parameters.some((one) => one.dotDotDotToken || !tsc.isIdentifier(one.name))) return undefined;
    const block = tsc.isBlock(body) ? body : undefined;
    const last = block?.statements.at(-1);
    if (block && countReturns(block) !== 1) return undefined;
    const result = tsc.isBlock(body)
      ? last && tsc.isReturnStatement(last)
        ? last.expression
        : undefined
      : body;
    if (!result || !this.#givesClass(result, block)) return undefined;
    const takesClass = parameters.map((one) => this.#isExtended(one, body));
    return { node, statements: block?.statements.slice(0, -1) ?? [], block, result, takesClass };
  }

  #givesClass(given: ts.Expression, block: ts.Block | undefined): boolean {
    const node = skipErased(given);
    if (tsc.isClassExpression(node)) return true;
    if (tsc.isCallExpression(node)) return this.#templateOf(node.expression) !== undefined;
    if (!tsc.isIdentifier(node) || !block) return false;
    const declaration = this.#names.declarationOf(node);
    if (!declaration || !isInside(declaration, block)) return false;
    if (tsc.isClassLike(declaration)) return true;
    return (
      tsc.isVariableDeclaration(declaration) &&
      isConst(declaration) &&
      declaration.initializer !== undefined &&
      this.#givesClass(declaration.initializer, block)
    );
  }

  /** The parameter stands after `extends`, or is handed to another mixin. */
  #isExtended(parameter: ts.ParameterDeclaration, body: ts.Node): boolean {
    const means = (given: ts.Expression): boolean => {
      const node = skipErased(given);
      return tsc.isIdentifier(node) && this.#names.declarationOf(node) === parameter;
    };
    const visit = (node: ts.Node): boolean => {
      if (tsc.isHeritageClause(node))
        return (
          node.token === tsc.SyntaxKind.ExtendsKeyword &&
          node.types.some((one) => means(one.expression) || visit(one.expression))
        );
      if (tsc.isCallExpression(node) && node.arguments.some(means)) {
        const other = this.#templateOf(node.expression);
        if (other?.takesClass.some((takes, i) => takes && node.arguments[i] && means(node.arguments[i])))
          return true;
      }
      return tsc.forEachChild(node, (child) => visit(child) || undefined) ?? false;
    };
    return visit(body);
  }

  /** Functions that something mentions otherwise have to stay. */
  #keepMentioned(node: ts.Node): void {
    if (tsc.isTypeNode(node) && !tsc.isExpressionWithTypeArguments(node)) return;
    if (tsc.isImportDeclaration(node) || tsc.isExportDeclaration(node)) return;
    if (this.#gone.has(node)) return;
    if (tsc.isCallExpression(node) && this.callAt(node)) {
      for (const one of node.arguments) this.#keepMentioned(one);
      return;
    }
    if (tsc.isIdentifier(node) && !isDeclaredName(node)) {
      const target = functionDeclaredBy(this.#names.declarationOf(node));
      if (target) this.#gone.delete(target);
    }
    tsc.forEachChild(node, (child) => this.#keepMentioned(child));
  }
}

/** What stands after `extends`. */
function baseOf(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  const heritage = node.heritageClauses?.find((one) => one.token === tsc.SyntaxKind.ExtendsKeyword);
  return heritage?.types[0] && skipErased(heritage.types[0].expression);
}

/** Whoever calls the function mentions its name; one without is wherever it stands. */
function isMeantByName(node: ts.Node): boolean {
  let at = node;
  while (skipErased(at.parent as ts.Expression) === node) at = at.parent;
  return functionDeclaredBy(tsc.isFunctionDeclaration(node) ? node : at.parent) === node;
}

/** The function for which a declaration's name stands. */
function functionDeclaredBy(declaration: ts.Node | undefined): ts.FunctionLikeDeclaration | undefined {
  if (!declaration || !tsc.isExportAssignment(declaration))
    return declaration && functionOfDeclaration(declaration);
  const value = skipErased(declaration.expression);
  return tsc.isArrowFunction(value) || tsc.isFunctionExpression(value) ? value : undefined;
}

function isName(node: ts.Node): boolean {
  return (
    tsc.isIdentifier(node) || (tsc.isPropertyAccessExpression(node) && isName(skipErased(node.expression)))
  );
}

function isInside(node: ts.Node, outer: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) if (at === outer) return true;
  return false;
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (tsc.isFunctionDeclaration(parent) || tsc.isVariableDeclaration(parent)) && parent.name === node;
}

/** Its own, not those of functions inside. */
function countReturns(node: ts.Node): number {
  if (isFunctionNode(node)) return 0;
  let count = tsc.isReturnStatement(node) ? 1 : 0;
  tsc.forEachChild(node, (child) => {
    count += countReturns(child);
  });
  return count;
}

/** `this` or `arguments` of the function itself. */
function hasOwnThis(node: ts.Node): boolean {
  if (node.kind === tsc.SyntaxKind.ThisKeyword) return true;
  if (tsc.isIdentifier(node)) return node.text === "arguments";
  if (tsc.isClassLike(node) || (isFunctionNode(node) && !tsc.isArrowFunction(node))) return false;
  return tsc.forEachChild(node, (child) => hasOwnThis(child) || undefined) ?? false;
}
