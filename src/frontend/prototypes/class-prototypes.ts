/**
 * What programs ask of prototypes of classes where the text says of which class: whether two are the same, what they
 * have, whose they are. A prototype itself is no value.
 *
 *   Object.getPrototypeOf(x) === A.prototype       x.constructor === A
 *   A.prototype.isPrototypeOf(x)                   x instanceof A
 *   Object.getOwnPropertyNames(A.prototype)        ["constructor", "m"]
 */

import { isHiddenName } from "../../graph/frames.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { memberName } from "../classes/class-members.ts";
import { classValue, isConstantClass } from "../classes/class-values.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding } from "../names/bindings.ts";
import { bindingOfName, libraryName } from "../names/library-names.ts";
import { isFunctionNode, isStatic, skipErased } from "../tree/syntax-tree.ts";
import { hasPrototypes } from "./prototype-objects.ts";

/** A prototype that an expression stands for: of a class, of the class above all, or of whatever a value is. */
type Prototype =
  | { readonly kind: "class"; readonly of: ClassBinding }
  | { readonly kind: "object" }
  | { readonly kind: "value"; readonly of: ts.Expression };

function classNamedBy(f: FunctionContext, given: ts.Expression): ClassBinding | undefined {
  const binding = bindingOfName(f.translation.names, skipErased(given));
  if (binding?.kind !== "class" || binding.module.prelude) return undefined;
  return isConstantClass(binding) ? binding : undefined;
}

/** The argument of `Object.getPrototypeOf(…)`. */
function askedParent(f: FunctionContext, node: ts.Expression): ts.Expression | undefined {
  if (!tsc.isCallExpression(node) || node.arguments.length !== 1) return undefined;
  if (!/getPrototypeOf/.test(node.expression.getText())) return undefined;
  const name = libraryName(f.translation.names, node.expression);
  const [only] = node.arguments;
  return name === "Object.getPrototypeOf" && only && !tsc.isSpreadElement(only) ? only : undefined;
}

function prototypeIn(f: FunctionContext, given: ts.Expression): Prototype | undefined {
  const node = skipErased(given);
  if (tsc.isPropertyAccessExpression(node) && node.name.text === "prototype") {
    const of = classNamedBy(f, node.expression);
    return of && { kind: "class", of };
  }
  const asked = askedParent(f, node);
  if (!asked || classNamedBy(f, asked)) return undefined;
  const inner = prototypeIn(f, asked);
  if (!inner) return hasPrototypes(f) ? undefined : { kind: "value", of: asked };
  if (inner.kind !== "class") return undefined;
  return parentPrototype(inner.of);
}

function parentPrototype({ parent, declaration }: ClassBinding): Prototype | undefined {
  if (parent) return parent.module.prelude ? undefined : { kind: "class", of: parent };
  return declaration.heritageClauses?.some((one) => one.token === tsc.SyntaxKind.ExtendsKeyword)
    ? undefined
    : { kind: "object" };
}

/** `p === q` and `p !== q` of two prototypes. */
export function comparePrototypes(
  f: FunctionContext,
  node: ts.BinaryExpression,
  operation: string,
): Operand | undefined {
  if (!/prototype/i.test(node.left.getText()) || !/prototype/i.test(node.right.getText())) return undefined;
  const [left, right] = [prototypeIn(f, node.left), prototypeIn(f, node.right)];
  if (!left || !right) return undefined;
  const isNegated = operation.endsWith("not_equal");
  if (left.kind !== "value" && right.kind !== "value") {
    const same = left.kind === right.kind && (left.kind !== "class" || left.of === (right as typeof left).of);
    return constants.bool(same !== isNegated);
  }
  const [first, second] = [ownerOf(f, left, node), ownerOf(f, right, node)];
  return first && second && f.emit(isNegated ? "strict_not_equal" : "strict_equal", [first, second], node);
}

/** The class of a prototype, as a value. */
function ownerOf(f: FunctionContext, one: Prototype, node: ts.Node): Operand | undefined {
  if (one.kind === "object") return undefined;
  if (one.kind === "class") return classValue(f, one.of, node);
  return f.emit("get_property", [f.expression(one.of)], node, { name: "constructor" });
}

/** `Object.getPrototypeOf(B)` of a class, `A.prototype.isPrototypeOf(x)`, `Object.getOwnPropertyNames(A.prototype)`. */
export function prototypeQuestion(f: FunctionContext, node: ts.CallExpression): Operand | undefined {
  const callee = skipErased(node.expression);
  const [first, second] = node.arguments;
  if (!tsc.isPropertyAccessExpression(callee) || !first || !/prototype/i.test(node.getText()))
    return undefined;
  const asked = askedParent(f, node);
  const named = asked && classNamedBy(f, asked);
  if (named?.parent && !named.parent.module.prelude) return classValue(f, named.parent, node);
  const own = prototypeIn(f, callee.expression);
  if (own?.kind === "class") {
    if (callee.name.text === "isPrototypeOf")
      return f.emit("instance_of", [f.expression(first)], node, { class: own.of.name });
    if (callee.name.text === "hasOwnProperty") return hasOwn(f, own.of, first);
  }
  const of = prototypeIn(f, first);
  if (of?.kind !== "class") return undefined;
  const name = libraryName(f.translation.names, callee);
  if (name === "Object.hasOwn" && second) return hasOwn(f, of.of, second);
  if (name !== "Object.getOwnPropertyNames" && name !== "Object.keys") return undefined;
  const listed = f.translation.prototypes.listed.get(of.of.info.name) ?? [];
  const names = name === "Object.keys" ? listed : [...ownNames(f, of.of)];
  const made = f.translation.classOfLiteral(node, f.info, "array", []).name;
  return f.emit(
    "new_array",
    names.map((one) => constants.string(one)),
    node,
    { class: made },
  );
}

/** Whether the class itself gives its instances a member that is written out. */
function hasOwn(f: FunctionContext, of: ClassBinding, given: ts.Expression): Operand | undefined {
  const node = skipErased(given);
  return tsc.isStringLiteralLike(node) ? constants.bool(ownNames(f, of).has(node.text)) : undefined;
}

/** `"m" in A.prototype` */
export function inPrototype(f: FunctionContext, node: ts.BinaryExpression): Operand | undefined {
  const name = skipErased(node.left);
  const own = /prototype/.test(node.right.getText()) ? prototypeIn(f, node.right) : undefined;
  if (own?.kind !== "class" || !tsc.isStringLiteralLike(name) || name.text in {}) return undefined;
  for (let at: ClassBinding | undefined = own.of; at; at = at.parent) {
    if (at.module.prelude) return undefined;
    if (ownNames(f, at).has(name.text)) return constants.bool(true);
    if (!at.parent && parentPrototype(at) === undefined) return undefined;
  }
  return constants.bool(false);
}

function ownNames(f: FunctionContext, of: ClassBinding): Set<string> {
  const names = new Set(["constructor"]);
  for (const one of of.declaration.members) {
    if (!isFunctionNode(one) || !one.name || !one.body || isStatic(one)) continue;
    const name = memberName(f.translation, one.name);
    if (name !== undefined && !isHiddenName(name) && !name.startsWith("@@")) names.add(name);
  }
  for (const one of f.translation.prototypes.listed.get(of.info.name) ?? []) names.add(one);
  return names;
}

/** `A.prototype.constructor` */
export function constructorOfPrototype(
  f: FunctionContext,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand | undefined {
  if (!tsc.isPropertyAccessExpression(node) || node.name.text !== "constructor") return undefined;
  const own = prototypeIn(f, node.expression);
  return own && ownerOf(f, own, node);
}
