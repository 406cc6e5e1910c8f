/** Property and element access, optional chains, `this` and `super`. */

import { isBuiltin } from "../../graph/builtins.ts";
import { constants, isVariable, type Operand } from "../../graph/graph.ts";
import { builtinValue, consoleValue } from "../calls/builtin-values.ts";
import { namedMethodValue } from "../calls/method-values.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { classValue, isConstantClass } from "../classes/class-values.ts";
import { staticGet, staticOwner } from "../classes/static-members.ts";
import { refined } from "../control/refined.ts";
import type { Chain, FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding, EnumBinding } from "../names/bindings.ts";
import { globalProperty } from "../names/global-properties.ts";
import {
  bindingOfName,
  builtinNameOf,
  isNamespace,
  libraryConstants,
  libraryName,
} from "../names/library-names.ts";
import { namespaceNamed } from "../names/namespaces.ts";
import { mayBeDefined, valueIn } from "../properties/defined-properties.ts";
import { constructorOfPrototype } from "../prototypes/class-prototypes.ts";
import { addedByName, addedMethods, byKind } from "../prototypes/library-methods.ts";
import {
  hasPrototypes,
  inheritedProperty,
  knownParent,
  prototypeOf,
} from "../prototypes/prototype-objects.ts";
import { superLiteral, superOfLiteral } from "../prototypes/super-of-literal.ts";
import { nameOfAccess } from "../tree/access-name.ts";
import { functionNodeOf, skipErased, thisContextOf } from "../tree/syntax-tree.ts";
import { enumElement, enumMemberValue } from "./enums.ts";
import { namespaceObject } from "./namespace-objects.ts";
import { readBinding } from "./read-binding.ts";
import { refinableVariable } from "./variables.ts";

export function thisExpression(f: FunctionContext, node: ts.Node): Operand {
  const context = thisContextOf(node);
  // At the top of a module.
  if (context.kind === "none") return constants.undefined;
  if (context.kind === "static")
    return classValue(f, f.staticClass ?? f.translation.names.classOf(context.owner), node);
  const { names } = f.translation;
  const owner = names.functionOf(context.node);
  if (isBeforeSuper(context.node, node)) return f.refuse(node, "thisBeforeSuper");
  return f.builder.read(names.thisVariable(owner));
}

function isBeforeSuper(owner: ts.Node, node: ts.Node): boolean {
  if (!tsc.isConstructorDeclaration(owner) || functionNodeOf(node) !== owner) return false;
  const derived = owner.parent.heritageClauses?.some((one) => one.token === tsc.SyntaxKind.ExtendsKeyword);
  if (!derived || !owner.body || node.pos < owner.body.pos || node.pos > owner.body.end) return false;
  let first: number | undefined;
  const visit = (at: ts.Node): void => {
    if (tsc.isCallExpression(at) && at.expression.kind === tsc.SyntaxKind.SuperKeyword) first ??= at.end;
    else tsc.forEachChild(at, visit);
  };
  visit(owner.body);
  return first === undefined || node.pos < first;
}

export function memberAccess(
  f: FunctionContext,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand {
  if (isInChain(node)) return optionalChain(f, node);
  return accessOf(f, node, undefined);
}

export function isInChain(node: ts.Node): boolean {
  return (node.flags & tsc.NodeFlags.OptionalChain) !== 0;
}

/** `a?.b.c(d)`: the value of the whole, undefined if it stops early. */
export function optionalChain(f: FunctionContext, node: ts.Expression): Operand {
  return f.join((meet) => {
    const stop = f.builder.block();
    meet(linkOfChain(f, node, { stop }));
    f.builder.sealAndStart(stop);
    meet(constants.undefined);
  });
}

function linkOfChain(f: FunctionContext, node: ts.Expression, chain: Chain): Operand {
  if (!isInChain(node)) return f.expression(node);
  if (tsc.isCallExpression(node)) return f.syntax.callInChain(f, node, chain);
  if (tsc.isPropertyAccessExpression(node) || tsc.isElementAccessExpression(node))
    return accessOf(f, node, chain);
  if (tsc.isNonNullExpression(node)) return linkOfChain(f, node.expression, chain);
  return f.expression(node);
}

/** The object before a link, known to be neither null nor undefined if the link is `?.`. */
export function receiverOf(
  f: FunctionContext,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  chain: Chain | undefined,
): Operand {
  const value = chain ? linkOfChain(f, node.expression, chain) : f.expression(node.expression);
  return chain && node.questionDotToken ? stopIfNullish(f, node.expression, value, chain) : value;
}

export function stopIfNullish(
  f: FunctionContext,
  node: ts.Expression,
  value: Operand,
  chain: Chain,
): Operand {
  const { builder } = f;
  const go = builder.block();
  const leave = builder.block();
  const variable = refinableVariable(f, skipErased(node));
  const isCurrent = variable !== undefined && builder.read(variable) === value;
  builder.branch(f.emit("loose_equal", [value, constants.null], node), leave, go);
  const key = {};
  builder.sealAndStart(leave);
  if (isCurrent && isVariable(value))
    builder.write(variable, refined(f, value, "nullish", { key, holds: false, node }));
  builder.jump(chain.stop);
  builder.sealAndStart(go);
  const known = refined(f, value, "not_nullish", { key, holds: true, node });
  if (isCurrent) builder.write(variable, known);
  return known;
}

function accessOf(
  f: FunctionContext,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  chain: Chain | undefined,
): Operand {
  const special = chain ? undefined : namedMember(f, node);
  if (special) return special;
  const object = receiverOf(f, node, chain);
  const name = nameOfAccess(node);
  if (name !== undefined) return getProperty(f, object, name, node);
  const index = f.expression((node as ts.ElementAccessExpression).argumentExpression);
  return heldBy(f, object, undefined, f.emit("get_index", [object, index], node), node);
}

const prototypeNames = new Set(["prototype", "__proto__"]);

export function getProperty(f: FunctionContext, object: Operand, name: string, node: ts.Expression): Operand {
  const place = tsc.isPropertyAccessExpression(node) ? node.name : node;
  if (hasPrototypes(f)) {
    if (name === "prototype") return prototypeOf(f, object, place);
    if (name === "__proto__") return knownParent(f, object, place);
    return heldBy(f, object, name, inheritedProperty(f, object, name, place), place);
  }
  if (prototypeNames.has(name)) return f.refuse(node, "prototype", name);
  const other = (self: Operand): Operand =>
    heldBy(f, self, name, f.emit("get_property", [self], place, { name }), place);
  const added = addedMethods(f, name);
  if (added.length === 0) return other(object);
  return byKind(f, object, added, place, { found: (method) => method, other });
}

/** What reading a name gives, where `raw` is what was found there. */
function heldBy(
  f: FunctionContext,
  object: Operand,
  name: string | undefined,
  raw: Operand,
  node: ts.Node,
): Operand {
  return mayBeDefined(f, name) ? valueIn(f, object, raw, node) : raw;
}

/** Members that are known by name: of `super`, enums, namespaces, classes, the library. */
function namedMember(
  f: FunctionContext,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand | undefined {
  const { names } = f.translation;
  const object = skipErased(node.expression);
  const owner = staticOwner(f, object);
  if (object.kind === tsc.SyntaxKind.SuperKeyword && !owner) return superMember(f, node);
  const ofGlobal = globalProperty(f.translation, node);
  if (ofGlobal !== undefined) return f.emit("get_global", [], node, { name: ofGlobal });
  const inNamespace = tsc.isPropertyAccessExpression(node) ? names.namespaceMember(node.name) : undefined;
  if (inNamespace) return readBinding(f, inNamespace, (node as ts.PropertyAccessExpression).name);
  if (tsc.isPropertyAccessExpression(node) && isNamespace(names, object)) {
    const binding = names.bindingOf(node.name);
    if (binding) return readBinding(f, binding, node.name);
    if (!namespaceNamed(names, node)) return f.refuse(node, "namespaceValue", object.getText());
  }
  const nested = tsc.isPropertyAccessExpression(node) ? namespaceNamed(names, node) : undefined;
  if (nested) return namespaceObject(f, nested, node);
  const binding = bindingOfName(names, object);
  if (binding?.kind === "enum") return enumMember(f, binding, node);
  const maker = constructorOfPrototype(f, node);
  if (maker) return maker;
  const method = methodOfPrototype(f, object, nameOfAccess(node));
  if (method) return method;
  if (owner) return staticGet(f, owner, node);
  const environment = f.translation.preludeFunctionNamed("node.environment.environment");
  if (isEnvironment(f, object) && !environment) return environmentVariable(f, node);
  if (isEnvironment(f, node))
    return environment
      ? f.emit("call", [], node, { function: environment.name })
      : f.refuse(node, "builtinValue", "process.env");
  const input = f.translation.preludeFunctionNamed("node.standard-input.standardInput");
  if (input && isOfProcess(f, node, "stdin")) return f.emit("call", [], node, { function: input.name });
  const name = libraryName(names, node) ?? inheritedName(node) ?? computedLibraryName(f, node);
  return name === undefined ? undefined : libraryMember(f, name, node);
}

/** `A.prototype.m` of a class that is known by name: the function of the method. */
function methodOfPrototype(
  f: FunctionContext,
  object: ts.Expression,
  name: string | undefined,
): Operand | undefined {
  if (!tsc.isPropertyAccessExpression(object) || object.name.text !== "prototype") return undefined;
  if (name === undefined || name === "constructor") return undefined;
  const { names } = f.translation;
  const binding = bindingOfName(names, skipErased(object.expression));
  if (binding?.kind !== "class" || binding.module.prelude) return undefined;
  for (let at: ClassBinding | undefined = binding; at && !at.module.prelude; at = at.parent) {
    if (at.info.getters.has(name) || at.info.setters.has(name)) return undefined;
    const target = at.info.methods.get(name);
    if (target === undefined) continue;
    const info = names.functionNamed(target);
    if (!info || !isConstantClass(at)) return undefined;
    f.translation.closureClass(info);
    return constants.function(target);
  }
  return undefined;
}

/** `process.env`, of which variables are looked up when they are asked for. */
function isEnvironment(f: FunctionContext, given: ts.Expression): boolean {
  return isOfProcess(f, skipErased(given), "env");
}

function isOfProcess(f: FunctionContext, node: ts.Expression, name: string): boolean {
  if (!tsc.isPropertyAccessExpression(node) || node.name.text !== name) return false;
  const object = skipErased(node.expression);
  return tsc.isIdentifier(object) && f.translation.names.isHostProcess(object);
}

function environmentVariable(
  f: FunctionContext,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand {
  const target = f.translation.preludeFunctionNamed("node.process.environmentValue");
  const name = nameOfAccess(node);
  const key =
    name === undefined
      ? f.emit("to_string", [f.expression((node as ts.ElementAccessExpression).argumentExpression)], node)
      : constants.string(name);
  return target
    ? f.emit("call", [key], node, { function: target.name })
    : f.refuse(node, "builtin", "process.env");
}

/** `({}).toString` and `({}).hasOwnProperty` are what every object inherits. */
function inheritedName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  const object = skipErased(node.expression);
  const name = nameOfAccess(node);
  if (!tsc.isObjectLiteralExpression(object) || object.properties.length > 0) return undefined;
  return name === "toString" || name === "hasOwnProperty" ? `Object.prototype.${name}` : undefined;
}

function computedLibraryName(f: FunctionContext, node: ts.Expression): string | undefined {
  if (!tsc.isElementAccessExpression(node)) return undefined;
  const name = libraryName(f.translation.names, node.expression);
  return name === "Math" || name === "Number" || name === "process" ? `${name}[…]` : undefined;
}

function enumMember(
  f: FunctionContext,
  binding: EnumBinding,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand {
  const { checker } = f.translation.names;
  const place = tsc.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
  const named = nameOfAccess(node) === undefined ? undefined : checker.getSymbolAtLocation(place);
  const member = named?.valueDeclaration;
  if (member && tsc.isEnumMember(member)) return enumMemberValue(f, member);
  if (!tsc.isElementAccessExpression(node)) return constants.undefined;
  return enumElement(f, binding, node.argumentExpression, node);
}

export function libraryMember(f: FunctionContext, name: string, node: ts.Expression): Operand {
  const constant = libraryConstants[name];
  if (constant) return constant;
  if (name === "process.argv") return f.emit("call_builtin", [], node, { name });
  const property = name.slice(name.lastIndexOf(".") + 1);
  if (name.startsWith("memory.state."))
    return f.emit("call_builtin", [], node, { name: `memory.getState.${property}` });
  const method = namedMethodValue(f.translation, name);
  if (method) return method;
  const inPrelude = f.translation.preludeFunction(name);
  if (inPrelude) return f.syntax.functionValue(f, inPrelude);
  if (property === "prototype") return f.refuse(node, "prototype", name);
  const added = addedByName(f, name);
  if (added) return f.syntax.functionValue(f, added);
  const builtin = builtinNameOf(name);
  const error = f.translation.preludeClass(name);
  if (error) return classValue(f, error, node);
  if (name === "console") return consoleValue(f, node);
  if (name.startsWith("Symbol.") && typeof Reflect.get(Symbol, property) === "symbol")
    return f.emit("call_builtin", [constants.string(property)], node, { name: "Symbol.wellKnown" });
  if (!isBuiltin(builtin)) return f.refuse(node, "builtin", name);
  return builtinValue(f, builtin) ?? f.refuse(node, "builtinValue", name);
}

/** The class whose method or constructor holds a `super`. */
export function superOwner(f: FunctionContext, node: ts.Node): ClassBinding | undefined {
  const context = thisContextOf(node);
  if (context.kind !== "function") return undefined;
  const owner = tsc.isClassLike(context.node) ? context.node : context.node.parent;
  return tsc.isClassLike(owner) ? f.translation.names.classOf(owner) : undefined;
}

function superMember(
  f: FunctionContext,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand {
  const owner = superOwner(f, node);
  const name = nameOfAccess(node);
  const literal = superLiteral(node);
  if (literal && name !== undefined)
    return heldBy(f, thisExpression(f, node.expression), name, superOfLiteral(f, literal, name, node), node);
  if (!owner || name === undefined) return f.refuse(node, "superElsewhere");
  const self = thisExpression(f, node.expression);
  return f.emit("get_super", [self], node, { class: owner.name, name });
}
