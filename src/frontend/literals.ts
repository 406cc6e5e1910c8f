/** Literals: numbers, strings, arrays, objects. */
import { type Constant, constants, type Operand } from "../graph/graph.ts";
import type { FunctionContext } from "./function-context.ts";
import { capturedField } from "./function-shape.ts";
import { functionValue } from "./functions.ts";
import { emitLoopOver } from "./iteration.ts";
import { giveParent, hasPrototypes } from "./prototype-objects.ts";
import { readBinding } from "./read-binding.ts";
import { isIndexName, nameInBrackets } from "./symbol-names.ts";
import { skipErased } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";
import { capturedOperand } from "./variables.ts";

const K = tsc.SyntaxKind;

/** The parser has made decimal digits of every form. */
function bigIntOf(node: ts.BigIntLiteral): bigint {
  return BigInt(node.text.slice(0, -1));
}

/** The constant that an expression is, if its text alone says it. */
export function literalConstant(given: ts.Expression): Constant | undefined {
  const node = skipErased(given);
  switch (node.kind) {
    case K.NumericLiteral:
      return numberLiteral(node as ts.NumericLiteral);
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
      return constants.string((node as ts.StringLiteral).text);
    case K.BigIntLiteral:
      return constants.bigint(bigIntOf(node as ts.BigIntLiteral));
    case K.TrueKeyword:
      return constants.bool(true);
    case K.FalseKeyword:
      return constants.bool(false);
    case K.NullKeyword:
      return constants.null;
    case K.PrefixUnaryExpression: {
      const { operator, operand } = node as ts.PrefixUnaryExpression;
      const value = operator === K.MinusToken ? skipErased(operand) : undefined;
      if (value && tsc.isBigIntLiteral(value)) return constants.bigint(-bigIntOf(value));
      if (!value || !tsc.isNumericLiteral(value)) return undefined;
      const number = numberLiteral(value);
      if (number.kind !== "int" && number.kind !== "float") return undefined;
      return number.kind === "int" && number.value !== 0
        ? constants.int(-number.value)
        : constants.float(-number.value);
    }
    default:
      return undefined;
  }
}

/** Written with a point or an exponent it is a float; so is what is too large for an integer. */
function numberLiteral(node: ts.NumericLiteral): Constant {
  const value = Number(node.text);
  const written = node.getText();
  const isFloat = !/^0[xob]/i.test(written) && /[.e]/i.test(written);
  return isFloat || !Number.isSafeInteger(value) ? constants.float(value) : constants.int(value);
}

export function arrayLiteral(f: FunctionContext, node: ts.ArrayLiteralExpression): Operand {
  return arrayOf(f, node, node.elements);
}

/** A new array of these elements; from the first spread on they are appended one by one. */
export function arrayOf(f: FunctionContext, node: ts.Node, elements: readonly ts.Expression[]): Operand {
  const name = f.translation.classOfLiteral(node, f.info, "array", []).name;
  const firstSpread = elements.findIndex((one) => tsc.isSpreadElement(one));
  const plain = firstSpread < 0 ? elements : elements.slice(0, firstSpread);
  if (firstSpread < 0 && plain.some((one) => tsc.isOmittedExpression(one)))
    return holedArray(f, node, plain, name);
  const values = plain.map((one) => arrayElement(f, one));
  const array = f.emit("new_array", values, node, { class: name });
  if (firstSpread < 0) return array;
  for (const one of elements.slice(firstSpread)) {
    const append = (value: Operand): void => {
      f.emit("call_method", [array, value], one, { name: "push" });
    };
    if (tsc.isSpreadElement(one)) emitLoopOver(f, f.expression(one.expression), one, append);
    else append(arrayElement(f, one));
  }
  return array;
}

/** `[1, , 2]`: elements that are left out are never written. */
function holedArray(
  f: FunctionContext,
  node: ts.Node,
  elements: readonly ts.Expression[],
  name: string,
): Operand {
  const array = f.emit("new_array_length", [constants.int(elements.length)], node, { class: name });
  for (const [index, one] of elements.entries()) {
    if (!tsc.isOmittedExpression(one))
      f.emit("set_index", [array, constants.int(index), f.expression(one)], one);
  }
  return array;
}

function arrayElement(f: FunctionContext, node: ts.Expression): Operand {
  return tsc.isOmittedExpression(node) ? f.refuse(node, "arrayHole") : f.expression(node);
}

/** A property's name where it is written out and no index; otherwise the key, evaluated. */
export type PropertyKey =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "computed"; readonly key: Operand };

export function propertyKey(f: FunctionContext, name: ts.PropertyName): PropertyKey {
  if (tsc.isComputedPropertyName(name)) {
    const inBrackets = nameInBrackets(name.expression);
    if (inBrackets === undefined) return { kind: "computed", key: f.expression(name.expression) };
    return { kind: "name", name: inBrackets };
  }
  if (tsc.isNumericLiteral(name)) return { kind: "computed", key: numberConstantOf(Number(name.text)) };
  return writtenKey(name.text);
}

function writtenKey(text: string): PropertyKey {
  return isIndexName(text)
    ? { kind: "computed", key: constants.int(Number(text)) }
    : { kind: "name", name: text };
}

function numberConstantOf(value: number): Constant {
  return Number.isSafeInteger(value) ? constants.int(value) : constants.float(value);
}

export function objectLiteral(f: FunctionContext, node: ts.ObjectLiteralExpression): Operand {
  // What stands before the first spread or computed name is there when the object is made.
  const first = node.properties.findIndex((one) => isLate(one));
  const late = first < 0 ? [] : node.properties.slice(first);
  const fields = new Map<string, Operand>();
  for (const one of first < 0 ? node.properties : node.properties.slice(0, first)) {
    if (tsc.isSpreadAssignment(one) || tsc.isAccessor(one) || givenPrototype(f, one)) continue;
    const key = propertyKey(f, one.name);
    if (key.kind === "name") fields.set(key.name, namedValue(f, one, key.name));
  }
  const accessors = node.properties.filter(tsc.isAccessor);
  for (const one of accessors)
    for (const free of f.translation.names.functionOf(one).free)
      fields.set(capturedField(free), capturedOperand(f, free));
  const info = f.translation.classOfLiteral(node, f.info, "literal", [...fields.keys()]);
  for (const one of accessors) {
    // What inherits it would have to be its `this`.
    if (hasPrototypes(f) && /\bthis\b/.test(one.body?.getText() ?? "")) f.refuse(one, "inheritedAccessor");
    const key = propertyKey(f, one.name);
    const target = f.translation.names.functionOf(one);
    if (key.kind === "name")
      (tsc.isGetAccessor(one) ? info.getters : info.setters).set(key.name, target.name);
    else f.refuse(one.name, "computedName");
  }
  if (info.getters.size + info.setters.size > 0) info.order = writtenNames(node);
  const made = f.emit("new_object", [...fields.values()], node, { class: info.name });
  for (const one of late) if (!givenPrototype(f, one)) addProperty(f, made, one);
  for (const one of node.properties) {
    const parent = givenPrototype(f, one);
    if (parent) giveParent(f, made, f.expression(parent), one);
  }
  return made;
}

/** `{ __proto__: parent }` */
function givenPrototype(f: FunctionContext, one: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  const isGiven = hasPrototypes(f) && tsc.isPropertyAssignment(one) && one.name.getText() === "__proto__";
  return isGiven && one.initializer.kind !== K.NullKeyword ? one.initializer : undefined;
}

/** The names that a literal writes out, in order. */
function writtenNames(node: ts.ObjectLiteralExpression): string[] {
  const names = new Set<string>();
  for (const { name } of node.properties) {
    if (!name) continue;
    const text = tsc.isComputedPropertyName(name) ? nameInBrackets(name.expression) : name.text;
    if (text !== undefined) names.add(text);
  }
  return [...names];
}

/** Spreads, computed names and indices: what comes after them is added one by one. */
function isLate(one: ts.ObjectLiteralElementLike): boolean {
  if (tsc.isSpreadAssignment(one)) return true;
  const { name } = one;
  if (tsc.isAccessor(one) || !name) return false;
  if (tsc.isNumericLiteral(name)) return true;
  if (!tsc.isComputedPropertyName(name)) return isIndexName(name.text);
  return nameInBrackets(name.expression) === undefined;
}

function addProperty(f: FunctionContext, made: Operand, one: ts.ObjectLiteralElementLike): void {
  if (tsc.isAccessor(one)) return;
  if (tsc.isSpreadAssignment(one)) {
    f.emit("copy_properties", [made, f.expression(one.expression)], one, { initial: true });
    return;
  }
  const key = propertyKey(f, one.name);
  if (key.kind === "name") {
    const value = namedValue(f, one, key.name);
    f.emit("set_property", [made, value], one.name, { name: key.name, initial: true });
  } else f.emit("set_index", [made, key.key, propertyValue(f, one)], one.name);
}

function namedValue(
  f: FunctionContext,
  one: ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.MethodDeclaration,
  name: string,
): Operand {
  if (name === "__proto__" && tsc.isPropertyAssignment(one)) f.refuse(one, "protoProperty");
  return propertyValue(f, one);
}

function propertyValue(
  f: FunctionContext,
  node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.MethodDeclaration,
): Operand {
  if (tsc.isPropertyAssignment(node)) return f.expression(node.initializer);
  if (tsc.isMethodDeclaration(node)) return functionValue(f, f.translation.names.functionOf(node));
  const binding = f.translation.names.bindingOf(node.name);
  if (binding) return readBinding(f, binding, node.name);
  return f.expression(node.name);
}
