/**
 * Classes of the time before `class`: functions that `new` calls, with methods assigned to their prototypes by statements
 * at the top of a module. What these statements say is known before the program runs, so they become nothing:
 *
 *   function A(x) { this.x = x; }                  the constructor of class A
 *   A.prototype.get = function () { … };           a method
 *   A.prototype = { get: function () { … } };      methods
 *   B.prototype = Object.create(A.prototype);      the parent; so do `new A()` and Object.setPrototypeOf
 *   A.call(this, x), A.prototype.get.call(this)    calls of the parent's constructor and methods
 */
import { type ClassInfo, classInfo, type Program } from "../../graph/program.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { ClassBinding, FunctionBinding, FunctionInfo, SourceModule } from "../names/bindings.ts";
import { bindingOfName, isNamespace, libraryName } from "../names/library-names.ts";
import type { NameTable } from "../names/name-table.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import type { ErrorFunction } from "./errors-by-functions.ts";
import { LibraryMethods } from "./library-methods.ts";
import { isPlainConstructor } from "./plain-constructor.ts";
import { mayConstruct, type PrototypeMentions, prototypeMentions, shownNameOf } from "./prototypes-needed.ts";

const K = tsc.SyntaxKind;

interface PrototypeClass {
  readonly binding: FunctionBinding;
  readonly info: ClassInfo;
  parent: PrototypeClass | undefined;
  /** The class of the library's errors from which it inherits, by itself. */
  error: ClassBinding | undefined;
  /** `F.prototype.name = "F"` of an error. */
  errorName: string | undefined;
  /** `F.prototype` is no more the object that the function came with, whose `constructor` is not listed. */
  replaced: boolean;
  /** That object has the function as its `constructor`. */
  tellsConstructor: boolean;
}

/** What the prototypes of a program's functions say. */
export class PrototypeClasses {
  readonly #program: Program;
  readonly #names: NameTable;
  readonly #libraryClass: (name: string) => ClassBinding | undefined;
  readonly #classes = new Map<FunctionInfo, PrototypeClass>();
  /** Statements that have been understood. */
  readonly #statements = new Set<ts.Node>();
  /** Those that say something of classes, which are classes wherever prototypes are objects too. */
  readonly #ofClasses = new Set<ts.Node>();
  /** The names of members that assignments gave to classes: `for…in` lists them. */
  readonly listed = new Map<string, string[]>();
  /** What was added to the library. */
  readonly library: LibraryMethods;
  #objects: PrototypeMentions | undefined;
  /** Some object may have a `toString` or `valueOf` of the program's. */
  mayConvert = false;

  constructor(program: Program, names: NameTable, libraryClass: (name: string) => ClassBinding | undefined) {
    this.#program = program;
    this.#names = names;
    this.#libraryClass = libraryClass;
    this.library = new LibraryMethods({
      names,
      libraryClass,
      functionOf: (node) => this.#functionOf(node),
      addToClass: (binding, name, target, isListed) => this.#addMethod(binding, name, target, isListed),
    });
  }

  read(modules: readonly SourceModule[]): void {
    for (const { file, prelude } of modules) {
      if (prelude || !file.text.includes(".prototype")) continue;
      for (const one of file.statements)
        if (this.#statement(one)) this.#statements.add(one);
        else if (this.library.understands(one)) this.#ofClasses.add(one);
    }
    const found = prototypeMentions(modules, {
      names: this.#names,
      isUnderstood: (node) =>
        this.#statements.has(node) || (tsc.isCallExpression(node) && this.#callsByName(node)),
      isClass: (callee) => this.classNamed(callee) !== undefined,
    });
    if (!found.needed) return;
    // One way for all of a program: what is known by name would not be found along prototypes.
    for (const { info } of this.#classes.values()) {
      this.#program.classes.delete(info.name);
      this.listed.delete(info.name);
    }
    this.#classes.clear();
    this.#statements.clear();
    this.#objects = found;
    const texts = modules.filter((one) => !one.prelude).map((one) => one.file.text);
    this.mayConvert = texts.some((one) => /\b(toString|valueOf)\b/.test(one));
  }

  /** `F.call(this, …)`, `F.prototype.m.call(this, …)` of what is known by name. */
  #callsByName({ expression }: ts.CallExpression): boolean {
    return (
      tsc.isPropertyAccessExpression(expression) &&
      expression.name.text === "call" &&
      this.calledByCall(expression.expression) !== undefined
    );
  }

  /** Prototypes are objects of the running program. */
  get areObjects(): boolean {
    return this.#objects !== undefined;
  }

  /** `new` may call the function. */
  mayConstruct(info: FunctionInfo): boolean {
    return this.#objects !== undefined && mayConstruct(info, this.#objects);
  }

  /** What printing calls instances of the function. */
  shownName(info: FunctionInfo): string {
    return this.#objects ? shownNameOf(info, this.#objects, this.#names) : info.displayName;
  }

  isUnderstood(statement: ts.Node): boolean {
    return this.#statements.has(statement) || this.#ofClasses.has(statement);
  }

  /** The class of what `new` makes of a function that stands at the top of a module. */
  classOf(binding: FunctionBinding | undefined): PrototypeClass | undefined {
    if (this.#objects || binding?.access !== "known" || binding.target.free.length > 0) return undefined;
    const { target } = binding;
    if (target.isArrow || !isPlainConstructor(target.node)) return undefined;
    let known = this.#classes.get(target);
    if (!known) {
      const name = this.#names.unique(`${target.name}.instance`);
      const info = classInfo(name, "class", {
        displayName: target.displayName,
        methods: new Map([["constructor", target.name]]),
        span: spanOf(target.node),
      });
      known = {
        ...{ binding, info, parent: undefined, error: undefined, errorName: undefined },
        ...{ replaced: false, tellsConstructor: true },
      };
      this.#classes.set(target, known);
      this.#program.classes.set(name, info);
    }
    return known;
  }

  /** The functions of which instances have `constructor` from their own prototypes, with the classes of these. */
  get constructors(): { readonly target: FunctionInfo; readonly info: ClassInfo }[] {
    return [...this.#classes]
      .filter(([, one]) => one.tellsConstructor)
      .map(([target, { info }]) => ({ target, info }));
  }

  /** The class of the function that an expression names. */
  classNamed(node: ts.Expression): PrototypeClass | undefined {
    const target = skipErased(node);
    const binding = tsc.isIdentifier(target) ? this.#names.bindingOf(target) : undefined;
    return binding?.kind === "function-binding" ? this.classOf(binding) : undefined;
  }

  /** `f` of `f.call(…)`: a constructor, or a method of a prototype, known by name. */
  calledByCall(callee: ts.Expression): FunctionInfo | undefined {
    const target = skipErased(callee);
    const named = this.classNamed(target);
    if (named) return named.binding.target;
    if (!tsc.isPropertyAccessExpression(target)) return undefined;
    for (let one = this.#prototypeOwner(target.expression); one; one = one.parent) {
      const name = one.info.methods.get(target.name.text);
      if (name !== undefined) return [...this.#names.functions.values()].find((info) => info.name === name);
    }
    return undefined;
  }

  #statement(node: ts.Statement): boolean {
    if (!tsc.isExpressionStatement(node)) return false;
    const expression = skipErased(node.expression);
    if (tsc.isCallExpression(expression)) return this.#setPrototypeOf(expression);
    if (!tsc.isBinaryExpression(expression) || expression.operatorToken.kind !== K.EqualsToken) return false;
    const left = skipErased(expression.left);
    if (!tsc.isPropertyAccessExpression(left)) return false;
    const right = skipErased(expression.right);
    if (left.name.text === "prototype") {
      const owner = this.classNamed(left.expression);
      return owner !== undefined && this.#assignPrototype(owner, right);
    }
    const owner = this.#prototypeOwner(left.expression);
    if (owner) return this.#assignMember(owner, left.name.text, right);
    return this.#addToClass(node, left, right);
  }

  /** `A.prototype.m = function …` of a class that has no `m`. */
  #addToClass(statement: ts.Node, left: ts.PropertyAccessExpression, value: ts.Expression): boolean {
    const prototype = skipErased(left.expression);
    if (!tsc.isPropertyAccessExpression(prototype) || prototype.name.text !== "prototype") return false;
    const name = left.name.text;
    const binding = bindingOfName(this.#names, skipErased(prototype.expression));
    const target = this.#functionOf(value);
    if (binding?.kind !== "class" || binding.module.prelude || !target || name === "constructor")
      return false;
    if (!this.#addMethod(binding, name, target, true)) return false;
    this.#ofClasses.add(statement);
    return true;
  }

  #addMethod({ info }: ClassBinding, name: string, target: FunctionInfo, isListed: boolean): boolean {
    const { methods, getters, setters, fields } = info;
    if (methods.has(name) || getters.has(name) || setters.has(name)) return false;
    if (fields.some((one) => one.name === name)) return false;
    methods.set(name, target.name);
    if (isListed) this.#list(info, name);
    return true;
  }

  /** `A` of `A.prototype`. */
  #prototypeOwner(given: ts.Expression): PrototypeClass | undefined {
    const node = skipErased(given);
    if (!tsc.isPropertyAccessExpression(node) || node.name.text !== "prototype") return undefined;
    return this.classNamed(node.expression);
  }

  #assignMember(owner: PrototypeClass, name: string, value: ts.Expression): boolean {
    if (name === "constructor") {
      if (owner.replaced) this.#list(owner.info, name);
      owner.tellsConstructor = this.classNamed(value) === owner;
      return owner.tellsConstructor;
    }
    if (name === "__proto__") return this.#inheritFrom(owner, value);
    if (name === "name" && tsc.isStringLiteralLike(value) && this.#errorOf(owner)) {
      owner.errorName = value.text;
      this.#list(owner.info, name);
      return true;
    }
    const target = this.#functionOf(value);
    if (!target || owner.info.methods.has(name)) return false;
    owner.info.methods.set(name, target.name);
    this.#list(owner.info, name);
    return true;
  }

  #list({ name }: ClassInfo, member: string): void {
    const known = this.listed.get(name);
    if (!known) this.listed.set(name, [member]);
    else if (!known.includes(member)) known.push(member);
  }

  #functionOf(node: ts.Expression): FunctionInfo | undefined {
    if (tsc.isFunctionExpression(node)) {
      const info = this.#names.functionOf(node);
      return info.free.length === 0 ? info : undefined;
    }
    const binding = tsc.isIdentifier(node) ? this.#names.bindingOf(node) : undefined;
    const isKnown = binding?.kind === "function-binding" && binding.access === "known";
    return isKnown && !binding.target.isArrow ? binding.target : undefined;
  }

  #assignPrototype(owner: PrototypeClass, value: ts.Expression): boolean {
    owner.replaced = true;
    owner.tellsConstructor = false;
    if (tsc.isObjectLiteralExpression(value)) return this.#assignLiteral(owner, value);
    if (tsc.isNewExpression(value) && (value.arguments ?? []).length === 0)
      return (
        this.#inheritError(owner, value.expression) || this.#inherit(owner, this.classNamed(value.expression))
      );
    if (!tsc.isCallExpression(value) || libraryName(this.#names, value.expression) !== "Object.create")
      return false;
    const [from, described] = value.arguments;
    if (!from || value.arguments.length > 2 || (described && !this.#isConstructor(owner, described)))
      return false;
    owner.tellsConstructor = described !== undefined;
    return this.#inheritFrom(owner, from);
  }

  /** `{ constructor: { value: F } }` */
  #isConstructor(owner: PrototypeClass, given: ts.Expression): boolean {
    const node = skipErased(given);
    const [only, more] = tsc.isObjectLiteralExpression(node) ? node.properties : [];
    if (!only || more || !tsc.isPropertyAssignment(only) || only.name.getText() !== "constructor")
      return false;
    const described = skipErased(only.initializer);
    if (!tsc.isObjectLiteralExpression(described)) return false;
    return described.properties.every((one) => {
      if (!tsc.isPropertyAssignment(one)) return false;
      if (one.name.getText() === "value") return this.classNamed(one.initializer) === owner;
      return one.name.getText() !== "enumerable" || one.initializer.kind === K.FalseKeyword;
    });
  }

  /** The argument is the prototype of a function, or of errors. */
  #inheritFrom(owner: PrototypeClass, given: ts.Expression): boolean {
    const from = skipErased(given);
    const isPrototype = tsc.isPropertyAccessExpression(from) && from.name.text === "prototype";
    if (isPrototype && this.#inheritError(owner, from.expression)) return true;
    return this.#inherit(owner, this.#prototypeOwner(from));
  }

  #inheritError(owner: PrototypeClass, given: ts.Expression): boolean {
    const name = libraryName(this.#names, skipErased(given));
    const error = name === undefined ? undefined : this.#libraryClass(name);
    const isError =
      error && (error === this.#libraryClass("Error") || error.parent === this.#libraryClass("Error"));
    if (!isError || owner.parent || owner.error) return false;
    owner.error = error;
    owner.info.parent = error.info.name;
    return true;
  }

  #errorOf(owner: PrototypeClass): ClassBinding | undefined {
    for (let one: PrototypeClass | undefined = owner; one; one = one.parent) if (one.error) return one.error;
    return undefined;
  }

  isError(one: PrototypeClass): boolean {
    return this.#errorOf(one) !== undefined;
  }

  /** Functions whose instances are errors. */
  get errors(): ErrorFunction[] {
    return [...this.#classes.values()].flatMap((one) => {
      const error = this.#errorOf(one);
      if (!error) return [];
      let messageOf: ClassInfo | undefined;
      for (let at: PrototypeClass | undefined = one; at; at = at.parent)
        if (/\bthis\.message\s*=/.test(at.binding.target.node.getText())) messageOf = at.info;
      return [{ info: one.info, target: one.binding.target, error, name: one.errorName, messageOf }];
    });
  }

  #setPrototypeOf(node: ts.CallExpression): boolean {
    const callee = skipErased(node.expression);
    if (tsc.isPropertyAccessExpression(callee) && callee.getText() === "util.inherits") {
      const [owner, parent] = node.arguments.map((one) => this.classNamed(one));
      const [, from] = node.arguments;
      if (!owner || !from || !isNamespace(this.#names, callee.expression)) return false;
      return this.#inheritError(owner, from) || this.#inherit(owner, parent);
    }
    if (libraryName(this.#names, node.expression) !== "Object.setPrototypeOf") return false;
    const [to, from] = node.arguments;
    const owner = to && this.#prototypeOwner(to);
    return owner !== undefined && from !== undefined && this.#inheritFrom(owner, from);
  }

  #inherit(owner: PrototypeClass, parent: PrototypeClass | undefined): boolean {
    if (!parent || owner.parent || owner.error) return false;
    for (let one: PrototypeClass | undefined = parent; one; one = one.parent) if (one === owner) return false;
    owner.parent = parent;
    owner.info.parent = parent.info.name;
    return true;
  }

  /** All members of the literal have to be functions: data on a prototype is no field of an instance. */
  #assignLiteral(owner: PrototypeClass, literal: ts.ObjectLiteralExpression): boolean {
    const { info } = owner;
    for (const one of literal.properties) {
      const name =
        one.name && (tsc.isIdentifier(one.name) || tsc.isStringLiteral(one.name)) ? one.name.text : "";
      if (name === "") return false;
      if (tsc.isPropertyAssignment(one)) {
        if (!this.#assignMember(owner, name, skipErased(one.initializer))) return false;
      } else if (tsc.isMethodDeclaration(one)) {
        info.methods.set(name, this.#names.functionOf(one).name);
        this.#list(info, name);
      } else if (tsc.isAccessor(one)) {
        this.#list(info, name);
        const table = tsc.isGetAccessor(one) ? info.getters : info.setters;
        table.set(name, this.#names.functionOf(one).name);
      } else return false;
    }
    return true;
  }
}
