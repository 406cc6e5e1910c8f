/** Patterns: `const {a, b = 1} = o`, `[x, y] = [y, x]`, parameters. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { mayBeDefined, valueIn } from "../properties/defined-properties.ts";
import { propertyKey } from "../properties/property-keys.ts";
import { patternText } from "../tree/callee-text.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { PatternSource } from "./pattern-source.ts";
import { placeOf } from "./places.ts";
import { assignVariable, declareVariable } from "./variables.ts";

export type AssignmentPattern = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

export function isPattern(node: ts.Expression): node is AssignmentPattern {
  return tsc.isArrayLiteralExpression(node) || tsc.isObjectLiteralExpression(node);
}

/** Declares the names of a pattern, or a single name, with a value. */
export function declarePattern(
  f: FunctionContext,
  name: ts.BindingName,
  declaration: ts.Node,
  value: Operand,
): void {
  if (tsc.isIdentifier(name)) return declareName(f, declaration, value, name);
  if (tsc.isObjectBindingPattern(name)) {
    const [first] = name.elements;
    if (!first || first.dotDotDotToken || isComputed(first.propertyName)) requireObject(f, value, name);
    const taken = nothingTaken();
    for (const one of name.elements) {
      if (one.dotDotDotToken) declarePattern(f, one.name, one, restOfObject(f, value, taken, one));
      else {
        const part = one.propertyName ?? (one.name as ts.Identifier);
        const shown = shownFor(name, one);
        declareElement(f, one, partNamed(f, value, part, taken, shown));
      }
    }
    return;
  }
  const source = new PatternSource(f, value, name);
  source.within(() => {
    name.elements.forEach((one, i) => {
      if (tsc.isOmittedExpression(one)) source.skip(one);
      else if (one.dotDotDotToken) declarePattern(f, one.name, one, source.rest(i, one));
      else declareElement(f, one, source.part(i, one));
    });
  });
}

function declareName(f: FunctionContext, declaration: ts.Node, value: Operand, node: ts.Node): void {
  const binding = f.translation.names.bindingOf(node) ?? f.translation.names.bindings.get(declaration);
  if (binding?.kind === "function-binding") declareVariable(f, binding.variable, value, node);
  else if (binding?.kind === "global") declareVariable(f, binding, value, node);
  else if (binding?.kind === "local") {
    // A `var` is only assigned by its declaration, and so is a parameter by that of a `var` of its name.
    if (binding.initialisedAt < 0 || binding.declaration !== declaration)
      assignVariable(f, binding, value, node);
    else declareVariable(f, binding, value, node);
  }
}

function declareElement(f: FunctionContext, one: ts.BindingElement, value: Operand): void {
  declarePattern(f, one.name, one, one.initializer ? withDefault(f, value, one.initializer) : value);
}

/** `value === undefined ? initializer : value` */
export function withDefault(f: FunctionContext, value: Operand, initializer: ts.Expression): Operand {
  return f.either(
    f.emit("strict_equal", [value, constants.undefined], initializer),
    () => f.expression(initializer),
    () => refined(f, value, "not_undefined", { key: {}, holds: true, node: initializer }),
  );
}

/** V8's name for what a pattern takes apart, in the message about one of its parts. */
function shownFor(pattern: ts.Node, { name, initializer }: ts.BindingElement): string | undefined {
  if (!initializer) return patternText(pattern);
  return tsc.isObjectBindingPattern(name) ? patternText(name) : undefined;
}

function isComputed(name: ts.PropertyName | undefined): boolean {
  return name !== undefined && tsc.isComputedPropertyName(name);
}

/** Where no property is read first the pattern asks by itself whether it has an object. */
function requireObject(f: FunctionContext, value: Operand, node: ts.Node): void {
  f.emit("get_property", [value], node, { name: "", check: true, pattern: patternText(node) ?? "" });
}

/** The part under a name, which goes to those that the pattern's rest leaves out. */
function partNamed(
  f: FunctionContext,
  value: Operand,
  name: ts.PropertyName,
  taken: Taken,
  shown: string | undefined,
): Operand {
  const key = propertyKey(f, name);
  const pattern = shown === undefined ? {} : { pattern: shown };
  if (key.kind === "computed") {
    if (tsc.isNumericLiteral(name) && shown !== undefined)
      f.emit("get_property", [value], name, { name: name.text, check: true, ...pattern });
    if (key.key.kind === "int") taken.names.push(String(key.key.value));
    else taken.keys.push(key.key);
    const element = f.emit("get_index", [value, key.key], name);
    return mayBeDefined(f, undefined) ? valueIn(f, value, element, name) : element;
  }
  taken.names.push(key.name);
  const part = f.emit("get_property", [value], name, { name: key.name, ...pattern });
  return mayBeDefined(f, key.name) ? valueIn(f, value, part, name) : part;
}

/** What a pattern has named before its rest: by names that are written out, and by others. */
interface Taken {
  readonly names: string[];
  readonly keys: Operand[];
}

function nothingTaken(): Taken {
  return { names: [], keys: [] };
}

/** All properties that the pattern has not named. */
function restOfObject(f: FunctionContext, value: Operand, taken: Taken, node: ts.Node): Operand {
  const info = f.translation.classOfLiteral(node, f.info, "literal", []);
  const made = f.emit("new_object", [], node, { class: info.name });
  f.emit("copy_properties", [made, value], node, { initial: true, excluded: taken.names });
  for (const key of taken.keys) f.emit("delete_property", [made, key], node);
  return made;
}

/** `[a, b] = [b, a]` and its like need no array: the values are all evaluated, then assigned one by one. */
export function destructuringAssignment(
  f: FunctionContext,
  pattern: AssignmentPattern,
  right: ts.Expression,
): Operand {
  const isStatement = tsc.isExpressionStatement(unparenthesised(pattern.parent).parent);
  const elements = isStatement && tsc.isArrayLiteralExpression(pattern) ? plainElements(right) : undefined;
  if (
    elements &&
    tsc.isArrayLiteralExpression(pattern) &&
    !pattern.elements.some((one) => tsc.isSpreadElement(one))
  ) {
    const values = elements.map((one) => f.expression(one));
    pattern.elements.forEach((one, i) => {
      if (!tsc.isOmittedExpression(one)) assignPart(f, one, () => values[i] ?? constants.undefined);
    });
    return constants.undefined;
  }
  const value = f.expression(right);
  assignParts(f, pattern, value);
  return value;
}

/** `const [a, b] = [c, d]` likewise; false if it is not of that form. */
export function declareElements(
  f: FunctionContext,
  name: ts.BindingName,
  initializer: ts.Expression,
): boolean {
  const elements = tsc.isArrayBindingPattern(name) ? plainElements(initializer) : undefined;
  if (!elements || !tsc.isArrayBindingPattern(name)) return false;
  if (name.elements.some((one) => !tsc.isOmittedExpression(one) && one.dotDotDotToken)) return false;
  const values = elements.map((one) => f.expression(one));
  name.elements.forEach((one, i) => {
    if (!tsc.isOmittedExpression(one)) declareElement(f, one, values[i] ?? constants.undefined);
  });
  return true;
}

function unparenthesised(node: ts.Node): ts.Node {
  return tsc.isParenthesizedExpression(node.parent) ? unparenthesised(node.parent) : node;
}

/** The elements of an array literal without spread or holes. */
function plainElements(given: ts.Expression): readonly ts.Expression[] | undefined {
  const node = skipErased(given);
  if (!tsc.isArrayLiteralExpression(node)) return undefined;
  const isPlain = node.elements.every((one) => !tsc.isSpreadElement(one) && !tsc.isOmittedExpression(one));
  return isPlain ? node.elements : undefined;
}

/** Assigns the parts of a value to the places of a pattern. */
export function assign(f: FunctionContext, given: ts.Expression, value: Operand): void {
  const target = skipErased(given);
  if (isPattern(target)) assignParts(f, target, value);
  else placeOf(f, target).write(value);
}

function assignParts(f: FunctionContext, pattern: AssignmentPattern, value: Operand): void {
  if (tsc.isArrayLiteralExpression(pattern)) return assignElements(f, pattern, value);
  const [first] = pattern.properties;
  if (!first || tsc.isSpreadAssignment(first) || isComputed(first.name)) requireObject(f, value, pattern);
  const taken = nothingTaken();
  for (const one of pattern.properties) {
    if (tsc.isShorthandPropertyAssignment(one)) {
      const { objectAssignmentInitializer: initializer } = one;
      const part = partNamed(f, value, one.name, taken, initializer ? undefined : patternText(pattern));
      placeOf(f, one.name).write(initializer ? withDefault(f, part, initializer) : part);
    } else if (tsc.isPropertyAssignment(one)) {
      const target = skipErased(one.initializer);
      const shown = tsc.isIdentifier(target) || isPattern(target) ? patternText(pattern) : undefined;
      assignPart(f, one.initializer, () => partNamed(f, value, one.name, taken, shown));
    } else if (tsc.isSpreadAssignment(one)) {
      assignPart(f, one.expression, () => restOfObject(f, value, taken, one));
    } else {
      f.refuse(one, "syntax", "a method in a pattern");
    }
  }
}

function assignElements(f: FunctionContext, pattern: ts.ArrayLiteralExpression, value: Operand): void {
  const source = new PatternSource(f, value, pattern);
  source.within(() => {
    pattern.elements.forEach((one, i) => {
      if (tsc.isOmittedExpression(one)) source.skip(one);
      else if (tsc.isSpreadElement(one)) assignPart(f, one.expression, () => source.rest(i, one));
      else assignPart(f, one, () => source.part(i, one));
    });
  });
}

/** The place is evaluated before the part is read. */
function assignPart(f: FunctionContext, given: ts.Expression, part: () => Operand): void {
  const target = skipErased(given);
  if (isPattern(target)) return assignParts(f, target, part());
  const isDefault =
    tsc.isBinaryExpression(target) && target.operatorToken.kind === tsc.SyntaxKind.EqualsToken;
  const left = isDefault ? skipErased(target.left) : target;
  const initializer = isDefault ? target.right : undefined;
  const value = (): Operand => (initializer ? withDefault(f, part(), initializer) : part());
  if (isPattern(left)) return assignParts(f, left, value());
  const place = placeOf(f, left);
  place.write(value());
}
