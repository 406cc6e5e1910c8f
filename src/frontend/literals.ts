/** Literals: numbers, strings, arrays, objects. */
import { type Constant, constants, type Operand } from "../graph/graph.ts";
import type { FunctionContext } from "./function-context.ts";
import { functionValue } from "./functions.ts";
import { emitLoopOver } from "./iteration.ts";
import { readBinding } from "./read-binding.ts";
import { nameInBrackets } from "./symbol-names.ts";
import { skipErased } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";

const K = tsc.SyntaxKind;

/** The constant that an expression is, if its text alone says it. */
export function literalConstant(given: ts.Expression): Constant | undefined {
  const node = skipErased(given);
  switch (node.kind) {
    case K.NumericLiteral:
      return numberLiteral(node as ts.NumericLiteral);
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
      return constants.string((node as ts.StringLiteral).text);
    case K.TrueKeyword:
      return constants.bool(true);
    case K.FalseKeyword:
      return constants.bool(false);
    case K.NullKeyword:
      return constants.null;
    case K.PrefixUnaryExpression: {
      const { operator, operand } = node as ts.PrefixUnaryExpression;
      const value = operator === K.MinusToken ? skipErased(operand) : undefined;
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

function arrayElement(f: FunctionContext, node: ts.Expression): Operand {
  return tsc.isOmittedExpression(node) ? f.refuse(node, "arrayHole") : f.expression(node);
}

/** A property's name where it is written out. */
export function propertyNameOf(f: FunctionContext, name: ts.PropertyName): string | undefined {
  if (tsc.isIdentifier(name) || tsc.isPrivateIdentifier(name) || tsc.isStringLiteralLike(name))
    return name.text;
  if (tsc.isComputedPropertyName(name)) {
    const inBrackets = nameInBrackets(name.expression);
    if (inBrackets !== undefined) return inBrackets;
    f.refuse(name, "computedName");
  } else f.refuse(name, "numericName");
  return undefined;
}

export function objectLiteral(f: FunctionContext, node: ts.ObjectLiteralExpression): Operand {
  const fields = new Map<string, Operand>();
  const getters = new Map<string, string>();
  const setters = new Map<string, string>();
  const order = new Set<string>();
  for (const one of node.properties) {
    if (tsc.isSpreadAssignment(one)) {
      f.refuse(one, "spreadObject");
      continue;
    }
    const name = propertyNameOf(f, one.name);
    if (name === undefined) continue;
    if (isIndex(name)) f.refuse(one.name, "numericName");
    order.add(name);
    if (tsc.isAccessor(one)) {
      const target = f.translation.names.functionOf(one);
      if (target.free.length > 0) f.refuse(one, "accessorCaptures");
      (tsc.isGetAccessor(one) ? getters : setters).set(name, target.name);
    } else {
      if (name === "__proto__" && tsc.isPropertyAssignment(one)) f.refuse(one, "protoProperty");
      fields.set(name, propertyValue(f, one));
    }
  }
  const info = f.translation.classOfLiteral(node, f.info, "literal", [...fields.keys()]);
  for (const [name, target] of getters) info.getters.set(name, target);
  for (const [name, target] of setters) info.setters.set(name, target);
  if (getters.size + setters.size > 0) info.order = [...order];
  return f.emit("new_object", [...fields.values()], node, { class: info.name });
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

/** Names of this form come first in the order of properties. */
function isIndex(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}
