/** Literals: numbers, strings, arrays, objects. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { emitLoopOver } from "../control/iteration.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { functionValue } from "../functions/functions.ts";
import { isIndexName, nameInBrackets } from "../names/symbol-names.ts";
import { accessorDescriptor, defineOn } from "../properties/define-calls.ts";
import { accessorsAreProperties } from "../properties/defined-properties.ts";
import { propertyKey } from "../properties/property-keys.ts";
import { giveParent, hasPrototypes } from "../prototypes/prototype-objects.ts";
import { startHome } from "../prototypes/super-of-literal.ts";
import { capturedField } from "../tree/function-shape.ts";
import { readBinding } from "./read-binding.ts";
import { capturedOperand } from "./variables.ts";

const K = tsc.SyntaxKind;

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

export function objectLiteral(f: FunctionContext, node: ts.ObjectLiteralExpression): Operand {
  // What stands before the first spread or computed name is there when the object is made.
  const asProperties = accessorsAreProperties(f.translation, f.info);
  const home = startHome(f, node);
  const first = node.properties.findIndex((one) => isLate(one) || (asProperties && tsc.isAccessor(one)));
  const late = first < 0 ? [] : node.properties.slice(first);
  const fields = new Map<string, Operand>();
  for (const one of first < 0 ? node.properties : node.properties.slice(0, first)) {
    if (tsc.isSpreadAssignment(one) || tsc.isAccessor(one) || givenPrototype(f, one)) continue;
    const key = propertyKey(f, one.name);
    if (key.kind === "name") fields.set(key.name, namedValue(f, one, key.name));
  }
  const accessors = asProperties ? [] : node.properties.filter(tsc.isAccessor);
  for (const one of accessors)
    for (const free of f.translation.names.functionOf(one).free)
      fields.set(capturedField(free), capturedOperand(f, free));
  const info = f.translation.classOfLiteral(node, f.info, "literal", [...fields.keys()]);
  for (const one of accessors) {
    const key = propertyKey(f, one.name);
    const target = f.translation.names.functionOf(one);
    if (key.kind === "name")
      (tsc.isGetAccessor(one) ? info.getters : info.setters).set(key.name, target.name);
    else f.refuse(one.name, "computedName");
  }
  if (info.getters.size + info.setters.size > 0) info.order = writtenNames(node);
  const made = f.emit("new_object", [...fields.values()], node, { class: info.name });
  if (home) f.emit("set_property", [home, made], node, { name: "value" });
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
  if (tsc.isAccessor(one)) {
    if (accessorsAreProperties(f.translation, f.info)) addAccessor(f, made, one);
    return;
  }
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

function addAccessor(f: FunctionContext, made: Operand, one: ts.AccessorDeclaration): void {
  const value = functionValue(f, f.translation.names.functionOf(one));
  const descriptor = tsc.isGetAccessor(one)
    ? accessorDescriptor(value, undefined)
    : accessorDescriptor(undefined, value);
  defineOn(f, made, propertyKey(f, one.name), descriptor, one);
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
