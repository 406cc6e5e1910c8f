/**
 * Whether a program makes or changes prototypes while it runs: then they are objects (prototype-objects.ts). What its
 * modules say at their top is known before it runs, and costs nothing (prototype-classes.ts).
 */
import { unknownName } from "../../graph/well-known.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { ClassBinding, FunctionInfo, SourceModule } from "../names/bindings.ts";
import { bindingOfName, libraryName } from "../names/library-names.ts";
import type { NameTable } from "../names/name-table.ts";
import { hasModifier, skipErased } from "../tree/syntax-tree.ts";

const K = tsc.SyntaxKind;

/** What the program's texts say of functions and their prototypes, by the functions' last names. */
export interface PrototypeMentions {
  needed: boolean;
  /** Some prototype belongs to a function that no name tells. */
  any: boolean;
  readonly named: Set<string>;
  /** `F = create()`: a call gave what the name stands for. */
  readonly given: Set<string>;
  /** `F.prototype = …`, and those whose `constructor` is put right behind it. */
  readonly assigned: Map<string, ts.Expression>;
  readonly restored: Set<string>;
  /** Functions that are used as values, of which `new` of a value may make instances. */
  readonly values: Set<FunctionInfo>;
  /** `new` of something that no name tells. */
  newOfValue: boolean;
}

interface Known {
  readonly names: NameTable;
  /** Statements and calls that have been understood already. */
  isUnderstood(node: ts.Node): boolean;
  isClass(callee: ts.Expression): boolean;
}

export function prototypeMentions(modules: readonly SourceModule[], known: Known): PrototypeMentions {
  const found: PrototypeMentions = {
    needed: false,
    any: false,
    named: new Set(),
    given: new Set(),
    assigned: new Map(),
    restored: new Set(),
    values: new Set(),
    newOfValue: false,
  };
  for (const { file, prelude } of modules)
    if (!prelude && /prototype|__proto__|Object\s*\.\s*(create|setPrototypeOf)|\bfunction\b/.test(file.text))
      visit(file, false, known, found);
  if (found.newOfValue) constructValues(found);
  return found;
}

/** `new kinds[i](x)` of a program that puts functions with a `this` or a prototype into arrays and objects. */
function constructValues(found: PrototypeMentions): void {
  for (const { displayName, node } of found.values) {
    if (!found.named.has(displayName) && !mentionsOwnThis(node)) continue;
    found.named.add(displayName);
    found.needed = true;
  }
}

/** The `this` of the function itself, not of a class or another function in it. */
function mentionsOwnThis(node: ts.Node): boolean {
  const visit = (at: ts.Node): boolean | undefined => {
    if (at.kind === K.ThisKeyword) return true;
    return tsc.isClassLike(at) || isOldFunction(at) ? undefined : tsc.forEachChild(at, visit);
  };
  return tsc.forEachChild(node, visit) ?? false;
}

/** A function's name in an array, an object, an argument or a variable; what a prototype gets is a method. */
function value(node: ts.Identifier, names: NameTable, found: PrototypeMentions): void {
  const { parent } = node;
  const isValue =
    tsc.isArrayLiteralExpression(parent) ||
    tsc.isShorthandPropertyAssignment(parent) ||
    (tsc.isPropertyAssignment(parent) && parent.initializer === node) ||
    (tsc.isVariableDeclaration(parent) && parent.initializer === node) ||
    (tsc.isBinaryExpression(parent) && parent.right === node && !isOfPrototype(parent.left)) ||
    (tsc.isCallExpression(parent) && parent.expression !== node);
  const binding = isValue ? names.bindingOf(node) : undefined;
  if (binding?.kind === "function-binding") found.values.add(binding.target);
}

function isOfPrototype(target: ts.Expression): boolean {
  if (!tsc.isPropertyAccessExpression(target)) return false;
  const object = skipErased(target.expression);
  return tsc.isPropertyAccessExpression(object) && object.name.text === "prototype";
}

function visit(node: ts.Node, understood: boolean, known: Known, found: PrototypeMentions): void {
  const inside = understood || known.isUnderstood(node);
  if (tsc.isPropertyAccessExpression(node) && node.name.text === "prototype")
    mention(node, inside, known, found);
  else if (tsc.isNewExpression(node)) construction(node, known, found);
  else if (tsc.isCallExpression(node)) found.needed ||= !inside && givesPrototype(node, known.names);
  else if (tsc.isIdentifier(node)) value(node, known.names, found);
  else if (tsc.isPropertyAssignment(node)) found.needed ||= node.name.getText() === "__proto__";
  else if (tsc.isVariableDeclaration(node)) given(node.name, node.initializer, found);
  else if (tsc.isBinaryExpression(node)) given(node.left, node.right, found);
  tsc.forEachChild(node, (child) => visit(child, inside, known, found));
}

/** A name that a call gives its value. */
function given(target: ts.Node, value: ts.Expression | undefined, found: PrototypeMentions): void {
  if (!value || !tsc.isCallExpression(skipErased(value))) return;
  const name = lastName(target);
  if (name !== undefined) found.given.add(name);
}

/** `A` of `a.b.A` and `A`. */
function lastName(given: ts.Node): string | undefined {
  const node = skipErased(given as ts.Expression);
  if (tsc.isIdentifier(node)) return node.text;
  return tsc.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

function mention(
  node: ts.PropertyAccessExpression,
  understood: boolean,
  { names }: Known,
  found: PrototypeMentions,
): void {
  const owner = skipErased(node.expression);
  if (libraryName(names, owner) !== undefined) return;
  const binding = bindingOfName(names, owner);
  if (binding?.kind === "class" || owner.kind === K.MetaProperty) return;
  found.needed ||= !understood;
  note(owner, names, found);
  const name = lastName(owner) ?? "";
  const { parent } = node;
  if (tsc.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === K.EqualsToken)
    found.assigned.set(name, skipErased(parent.right));
  if (tsc.isPropertyAccessExpression(parent) && parent.name.text === "constructor") {
    const assignment = parent.parent;
    if (tsc.isBinaryExpression(assignment) && assignment.left === parent) found.restored.add(name);
  }
}

function note(given: ts.Expression, names: NameTable, found: PrototypeMentions): void {
  const owner = skipErased(given);
  const name = lastName(owner);
  const binding = tsc.isIdentifier(owner) ? names.bindingOf(owner) : undefined;
  const isParameter = binding?.kind === "local" && tsc.isParameter(binding.declaration);
  if (name === undefined || isParameter) found.any = true;
  else found.named.add(name);
}

function construction(node: ts.NewExpression, known: Known, found: PrototypeMentions): void {
  const callee = skipErased(node.expression);
  const binding = bindingOfName(known.names, callee);
  if (binding?.kind === "class" || (!binding && libraryName(known.names, callee) !== undefined)) return;
  if (binding?.kind === "function-binding") found.needed ||= !known.isClass(callee);
  else found.newOfValue ||= callee.kind !== K.ThisKeyword && !tsc.isClassExpression(callee);
  if (callee.kind !== K.ThisKeyword) note(callee, known.names, found);
}

const prototypeFunctions = /^Object\.(create|setPrototypeOf)$/;

function givesPrototype(node: ts.CallExpression, names: NameTable): boolean {
  const name = libraryName(names, node.expression);
  if (name === undefined || !prototypeFunctions.test(name)) return false;
  const [first, second] = node.arguments;
  if (name === "Object.create") return first?.kind !== K.NullKeyword;
  return !(first && second && keepsPrototype(names, first, second));
}

/**
 * `Object.setPrototypeOf(this, new.target.prototype)`, or `A.prototype` in the constructor of class A: what the object
 * has already, unless the class has subclasses that do not say so themselves.
 */
export function keepsPrototype(names: NameTable, object: ts.Expression, given: ts.Expression): boolean {
  const prototype = skipErased(given);
  if (object.kind !== K.ThisKeyword || !tsc.isPropertyAccessExpression(prototype)) return false;
  if (prototype.name.text !== "prototype") return false;
  const owner = skipErased(prototype.expression);
  if (owner.kind === K.MetaProperty) return true;
  const binding = bindingOfName(names, owner);
  if (binding?.kind !== "class") return false;
  let at: ts.Node = object;
  while (at && !tsc.isClassLike(at)) at = at.parent;
  if (at !== binding.declaration) return false;
  const all = [...new Set(names.bindings.values())];
  return all.every(
    (one) => one.kind !== "class" || !extendsClass(names, one.declaration, binding) || restores(names, one),
  );
}

/** Its constructor gives instances the class's own prototype again. */
function restores(names: NameTable, { constructorFunction, declaration }: ClassBinding): boolean {
  const node = constructorFunction?.node;
  const statements = node && tsc.isConstructorDeclaration(node) ? (node.body?.statements ?? []) : [];
  return statements.some((one) => {
    const call = tsc.isExpressionStatement(one) ? skipErased(one.expression) : undefined;
    if (!call || !tsc.isCallExpression(call)) return false;
    if (libraryName(names, call.expression) !== "Object.setPrototypeOf") return false;
    const [self, given] = call.arguments;
    const prototype = given && skipErased(given);
    if (self?.kind !== K.ThisKeyword || !prototype || !tsc.isPropertyAccessExpression(prototype))
      return false;
    const owner = skipErased(prototype.expression);
    if (prototype.name.text !== "prototype") return false;
    if (owner.kind === K.MetaProperty) return true;
    const binding = bindingOfName(names, owner);
    return binding?.kind === "class" && binding.declaration === declaration;
  });
}

function extendsClass(names: NameTable, node: ts.ClassLikeDeclaration, parent: unknown): boolean {
  const heritage = node.heritageClauses?.find((one) => one.token === K.ExtendsKeyword)?.types[0];
  return heritage !== undefined && bindingOfName(names, skipErased(heritage.expression)) === parent;
}

/** A function that `new` may call, by the names that the program gives it. */
export function mayConstruct(info: FunctionInfo, found: PrototypeMentions): boolean {
  const { node } = info;
  if (!isOldFunction(node) || node.asteriskToken || hasModifier(node, K.AsyncKeyword)) return false;
  const names = namesOf(node);
  if (names.some((one) => found.named.has(one))) return true;
  if (!isReturned(node)) return found.any && names.length > 0;
  // A call gave it to a name that `new` calls.
  return found.any || (mentionsOwnThis(node) && [...found.given].some((one) => found.named.has(one)));
}

type OldFunction = ts.FunctionDeclaration | ts.FunctionExpression;

function isOldFunction(node: ts.Node): node is OldFunction {
  return tsc.isFunctionDeclaration(node) || tsc.isFunctionExpression(node);
}

function isReturned(node: ts.Node): node is OldFunction {
  return isOldFunction(node) && tsc.isReturnStatement(node.parent);
}

/** Its own, and what it is assigned to. */
function namesOf(node: OldFunction): string[] {
  const names = node.name ? [node.name.text] : [];
  let at: ts.Node = node.parent;
  while (tsc.isParenthesizedExpression(at) || tsc.isBinaryExpression(at)) {
    if (tsc.isBinaryExpression(at)) names.push(lastName(at.left) ?? "");
    at = at.parent;
  }
  if (tsc.isVariableDeclaration(at) || tsc.isPropertyAssignment(at)) names.push(at.name.getText());
  return names.filter((one) => one !== "");
}

/** What printing calls the instances of a function. */
export function shownNameOf(
  { node, displayName }: FunctionInfo,
  found: PrototypeMentions,
  names: NameTable,
): string {
  if (!isReturned(node) || namesOf(node).length > 0) return shownName(displayName, found, names);
  // The function itself has no name; a prototype that it got later may inherit one.
  const given = [...found.given].filter((one) => found.assigned.has(one));
  const shown = new Set(["Object", ...given.map((one) => shownName(one, found, names))]);
  return shown.size === 1 ? "Object" : unknownName;
}

/** The name of what the instances of functions called `name` have as `constructor`. */
function shownName(name: string, found: PrototypeMentions, names: NameTable): string {
  const given = found.assigned.get(name);
  if (!given || found.restored.has(name)) return name;
  if (tsc.isObjectLiteralExpression(given))
    return given.properties.some((one) => one.name?.getText() === "constructor") ? name : "Object";
  const [from, described] = tsc.isCallExpression(given) ? given.arguments : [];
  if (described?.getText().includes("constructor")) return name;
  const parent =
    from && tsc.isPropertyAccessExpression(from) && from.name.text === "prototype"
      ? from.expression
      : undefined;
  const other = tsc.isNewExpression(given) ? given.expression : parent;
  const next = other && libraryName(names, other) === undefined ? lastName(other) : undefined;
  return next === undefined || next === name ? unknownName : shownName(next, found, names);
}
