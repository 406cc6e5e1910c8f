/**
 * Methods that a program gives to what the library makes, at the top of a module:
 *
 *   Array.prototype.last = function () { … };
 *   Object.defineProperty(String.prototype, "shout", { value() { … } });
 *   if (!Array.prototype.flat) Array.prototype.flat = …     Node has it: nothing happens
 *
 * A call of such a name asks what its object is. Where flow knows, the question folds away.
 */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { GraphBuilder } from "../functions/ssa.ts";
import type { ClassBinding, FunctionInfo } from "../names/bindings.ts";
import { libraryName } from "../names/library-names.ts";
import type { NameTable } from "../names/name-table.ts";
import { skipErased } from "../tree/syntax-tree.ts";

const K = tsc.SyntaxKind;

/** What `typeof` says of those that are no objects with a class. */
const kinds = {
  Array: undefined,
  String: "string",
  Number: "number",
  Boolean: "boolean",
  Function: "function",
};
type Kind = keyof typeof kinds;

export interface AddedMethod {
  readonly kind: Kind;
  readonly target: FunctionInfo;
  /** `for…in` lists it. */
  readonly isListed: boolean;
}

interface Known {
  readonly names: NameTable;
  functionOf(node: ts.Expression): FunctionInfo | undefined;
  /** A class of the library that is written in the language itself. */
  libraryClass(name: string): ClassBinding | undefined;
  /** Adds a method to such a class, if it has none of the name. */
  addToClass(binding: ClassBinding, name: string, target: FunctionInfo, isListed: boolean): boolean;
}

export class LibraryMethods {
  readonly #known: Known;
  readonly #methods = new Map<string, AddedMethod[]>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** The methods of a name. */
  named(name: string): readonly AddedMethod[] {
    return this.#methods.get(name) ?? [];
  }

  get listed(): ReadonlyMap<Kind, readonly string[]> {
    const found = new Map<Kind, string[]>();
    for (const [name, methods] of this.#methods)
      for (const { kind, isListed } of methods)
        if (isListed) found.set(kind, [...(found.get(kind) ?? []), name]);
    return found;
  }

  /** Whether the statement does nothing but this. */
  understands(node: ts.Statement): boolean {
    if (tsc.isIfStatement(node)) return this.#polyfill(node);
    if (tsc.isBlock(node))
      return node.statements.length > 0 && node.statements.every((one) => this.understands(one));
    if (!tsc.isExpressionStatement(node)) return false;
    const expression = skipErased(node.expression);
    if (tsc.isCallExpression(expression)) return this.#define(expression);
    if (!tsc.isBinaryExpression(expression) || expression.operatorToken.kind !== K.EqualsToken) return false;
    if (this.#keeps(expression)) return true;
    const member = this.#memberOf(expression.left);
    return member !== undefined && this.#add(member, skipErased(expression.right), true);
  }

  /** `Math.trunc = Math.trunc || function …` of what is there already. */
  #keeps({ left, right: given }: ts.BinaryExpression): boolean {
    const right = skipErased(given);
    if (!tsc.isBinaryExpression(right) || !/^(\|\||\?\?)$/.test(right.operatorToken.getText())) return false;
    return right.left.getText() === left.getText() && this.#isThere(left);
  }

  /** A function that Node has too: `Array.prototype.flat`, `Object.entries`. */
  #isThere(node: ts.Expression): boolean {
    const member = this.#memberOf(node);
    if (member) return isInLibrary(member.type, member.name);
    let value: unknown = globalThis;
    for (const part of libraryName(this.#known.names, node)?.split(".") ?? [""])
      value = value === undefined || value === null ? undefined : Reflect.get(Object(value), part);
    return typeof value === "function";
  }

  /** `Object.defineProperty(Array.prototype, "m", { value: function … })` */
  #define(node: ts.CallExpression): boolean {
    if (libraryName(this.#known.names, node.expression) !== "Object.defineProperty") return false;
    const [owner, key, given] = node.arguments;
    const type = owner && this.#prototypeOf(owner);
    const descriptor = given && skipErased(given);
    if (!type || !key || !tsc.isStringLiteralLike(key)) return false;
    if (!descriptor || !tsc.isObjectLiteralExpression(descriptor)) return false;
    let value: ts.Expression | ts.MethodDeclaration | undefined;
    for (const one of descriptor.properties) {
      const name = one.name?.getText();
      if (tsc.isMethodDeclaration(one) && name === "value") value = one;
      else if (!tsc.isPropertyAssignment(one)) return false;
      else if (name === "value") value = skipErased(one.initializer);
      else if (name === "enumerable" && one.initializer.kind !== K.FalseKeyword) return false;
    }
    return value !== undefined && this.#add({ type, name: key.text }, value, false);
  }

  /** What is there already stays. */
  #polyfill({ expression, thenStatement, elseStatement }: ts.IfStatement): boolean {
    const member = this.#absent(skipErased(expression));
    if (!member || elseStatement) return false;
    return this.#isThere(member) || (this.#memberOf(member) !== undefined && this.understands(thenStatement));
  }

  /** The member of which a condition says that it is not there. */
  #absent(node: ts.Expression): ts.Expression | undefined {
    if (tsc.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) return node.operand;
    if (!tsc.isBinaryExpression(node)) return undefined;
    const [left, right] = [skipErased(node.left), skipErased(node.right)];
    const isEqual = /^===?$/.test(node.operatorToken.getText());
    const isUnequal = /^!==?$/.test(node.operatorToken.getText());
    if (tsc.isTypeOfExpression(left) && tsc.isStringLiteralLike(right)) {
      const says = (isUnequal && right.text === "function") || (isEqual && right.text === "undefined");
      return says ? left.expression : undefined;
    }
    return isEqual && right.getText() === "undefined" ? left : undefined;
  }

  /** `Array.prototype.m` */
  #memberOf(given: ts.Expression): Member | undefined {
    const node = skipErased(given);
    if (!tsc.isPropertyAccessExpression(node)) return undefined;
    const type = this.#prototypeOf(node.expression);
    return type === undefined ? undefined : { type, name: node.name.text };
  }

  #prototypeOf(given: ts.Expression): string | undefined {
    const node = skipErased(given);
    if (!tsc.isPropertyAccessExpression(node) || node.name.text !== "prototype") return undefined;
    return libraryName(this.#known.names, node.expression) ?? this.#className(node.expression);
  }

  #className(given: ts.Expression): string | undefined {
    const node = skipErased(given);
    if (!tsc.isIdentifier(node)) return undefined;
    const binding = this.#known.libraryClass(node.text);
    return binding && this.#known.names.bindingOf(node) === binding ? node.text : undefined;
  }

  #add({ type, name }: Member, value: ts.Expression | ts.MethodDeclaration, isListed: boolean): boolean {
    if (isInLibrary(type, name) || name === "constructor") return false;
    const target = tsc.isMethodDeclaration(value)
      ? this.#known.names.functionOf(value)
      : this.#known.functionOf(value);
    if (!target || target.free.length > 0) return false;
    if (!isKind(type)) {
      const binding = this.#known.libraryClass(type);
      return binding !== undefined && this.#known.addToClass(binding, name, target, isListed);
    }
    const others = this.named(name);
    if (others.some((one) => one.kind === type)) return false;
    this.#methods.set(name, [...others, { kind: type, target, isListed }]);
    return true;
  }
}

interface Member {
  readonly type: string;
  readonly name: string;
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

/** Node's own library has it. */
function isInLibrary(type: string, name: string): boolean {
  const { prototype } = (Reflect.get(globalThis, type) ?? {}) as { prototype?: object };
  return prototype !== undefined && name in prototype;
}

/** Whether a value is of a kind. */
export function isOfKind(builder: GraphBuilder, value: Operand, kind: Kind): Operand {
  const shown = kinds[kind];
  if (shown === undefined) return builder.emit("call_builtin", [value], undefined, { name: "Array.isArray" });
  const type = builder.emit("typeof", [value], undefined);
  return builder.emit("strict_equal", [type, constants.string(shown)], undefined);
}

/** Asks of what kind an object is that may have one of these methods: `found` where it has, else `other`. */
export function byKind(
  f: FunctionContext,
  object: Operand,
  methods: readonly AddedMethod[],
  node: ts.Node,
  use: { found(method: Operand, self: Operand): Operand; other(self: Operand): Operand },
): Operand {
  const { builder } = f;
  return f.join((meet) => {
    let self = object;
    for (const { kind, target } of methods) {
      const [yes, no] = [builder.block(), builder.block()];
      const key = {};
      const shown = kinds[kind];
      const [test, attributes] = shown === undefined ? ["array", {}] : ["typeof", { kind: shown }];
      builder.branch(isOfKind(builder, self, kind), yes, no);
      builder.sealAndStart(yes);
      f.translation.closureClass(target);
      const known = refined(f, self, test, { key, holds: true, node }, attributes);
      meet(use.found(constants.function(target.name), known));
      builder.sealAndStart(no);
      self = refined(f, self, `not_${test}`, { key, holds: false, node }, attributes);
    }
    meet(use.other(self));
  });
}

/** Of the others nothing can be asked with `in`. */
export function isOfObjects({ kind }: AddedMethod): boolean {
  return kind === "Array" || kind === "Function";
}

/** The methods of a name that the program at hand has added. */
export function addedMethods(f: FunctionContext, name: string): readonly AddedMethod[] {
  return f.info.module.prelude ? [] : f.translation.prototypes.library.named(name);
}

/** `Array.prototype.last`, where the program has added it. */
export function addedByName(f: FunctionContext, name: string): FunctionInfo | undefined {
  const [, kind, member = ""] = /^(\w+)\.prototype\.(\w+)$/.exec(name) ?? [];
  return addedMethods(f, member).find((one) => one.kind === kind)?.target;
}
