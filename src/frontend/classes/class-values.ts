/**
 * Classes as values. The value of a class is a function value: its code makes an instance, its members are the static
 * members of the class and of its parents. `new` of a value calls that code, which nothing else may call.
 *
 *   class A { static n = 1; constructor(x) … }        closure class-A: code (x) => new A(x), getter n, getter name
 */
import { constants, graph, type Operand, variable } from "../../graph/graph.ts";
import { type ClassInfo, classInfo } from "../../graph/program.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { shapeOf } from "../functions/parameter-shape.ts";
import { GraphBuilder, type Key } from "../functions/ssa.ts";
import type { ClassBinding, FunctionInfo, LocalVariable } from "../names/bindings.ts";
import { classDeclarationOf, isConst, namePrefix } from "../names/name-table.ts";
import type { Translation } from "../translation.ts";
import { capturedField, parameterNames } from "../tree/function-shape.ts";
import { copiesOf } from "../tree/syntax-copies.ts";
import { isEvaluatedOnce, skipErased } from "../tree/syntax-tree.ts";
import { assignVariable, capturedOperand, parameterFor, readVariable } from "../values/variables.ts";
import { watchInstance } from "./finalizers.ts";
import { madeInstance } from "./replaced-instances.ts";
import { checkClass, findStatic, requiredParameters, staticFunction } from "./static-members.ts";
import { type Accessors, inheritedField } from "./static-shadows.ts";

const keys = new WeakMap<ClassBinding, Key>();

/** Where the function in which a class stands keeps the value that the class has this time. */
function keyOf(binding: ClassBinding): Key {
  let key = keys.get(binding);
  if (!key) {
    key = { name: binding.info.displayName || "class" };
    keys.set(binding, key);
  }
  return key;
}

/** A class that is evaluated once, and needs nothing of the functions around it. */
export function isConstantClass(binding: ClassBinding): boolean {
  return freeOf(binding).length === 0 && isEvaluatedOnce(binding.declaration);
}

function freeOf(binding: ClassBinding): FunctionInfo["free"] {
  return binding.constructorFunction?.free ?? [];
}

/** The value of a class where it is mentioned. */
export function classValue(f: FunctionContext, binding: ClassBinding, node: ts.Node): Operand {
  checkClass(f, binding, node);
  if (isConstantClass(binding)) return constants.function(classObject(f.translation, binding));
  if (binding.value && f.info !== binding.inside) return readVariable(f, binding.value, node);
  const isOwn = f.info === binding.inside && node.pos >= binding.declaration.end;
  return isOwn
    ? f.builder.read(keyOf(binding))
    : f.refuse(node, "classValueInside", binding.info.displayName);
}

/** The declaration or expression has been evaluated: from here on the class has a value. */
export function evaluateClass(f: FunctionContext, binding: ClassBinding): Operand {
  const name = classObject(f.translation, binding);
  if (isConstantClass(binding)) return constants.function(name);
  const free = freeOf(binding).map((one) => capturedOperand(f, one));
  const value = f.emit("closure", free, binding.declaration, { class: name });
  f.builder.write(keyOf(binding), value);
  if (binding.value) assignVariable(f, binding.value, value, binding.declaration, true);
  return value;
}

/** Some mention asks for more than `new`, a static member, a parent, or the right side of `instanceof`. */
export function isUsedAsValue(binding: ClassBinding): boolean {
  return binding.variable.accesses.some(({ node }) => isValueUse(node));
}

export function isValueUse(node: ts.Node): boolean {
  const { parent } = node;
  if (tsc.isNewExpression(parent)) return parent.expression !== node;
  if (tsc.isPropertyAccessExpression(parent)) return false;
  if (tsc.isExpressionWithTypeArguments(parent)) return false;
  return !tsc.isBinaryExpression(parent) || parent.operatorToken.kind !== tsc.SyntaxKind.InstanceOfKeyword;
}

/** An expression whose name, if it has one, is known inside the class alone. */
export function isValueOnly(node: ts.ClassLikeDeclaration): boolean {
  return tsc.isClassExpression(node) && classDeclarationOf(node) === node && !isOnlyExtended(node);
}

/** It stands after `extends`, or is what a mixin gives for that or for a constant. */
function isOnlyExtended(node: ts.Node): boolean {
  const { parent } = node;
  if (tsc.isExpressionWithTypeArguments(parent)) return tsc.isHeritageClause(parent.parent);
  if (tsc.isCallExpression(parent)) return copiesOf(node)?.call === parent && isOnlyExtended(parent);
  if (tsc.isVariableDeclaration(parent))
    return tsc.isCallExpression(skipErased(node as ts.Expression)) && isConst(parent);
  if (tsc.isReturnStatement(parent)) return isOnlyExtended(parent.parent);
  return tsc.isExpression(parent) && skipErased(parent) !== parent && isOnlyExtended(parent);
}

const made = new WeakMap<ClassBinding, string>();

/** The class of the class's value, which is also the name of its code; made when something first asks. */
export function classObject(translation: Translation, binding: ClassBinding): string {
  const known = made.get(binding);
  if (known !== undefined) return known;
  const { program, names } = translation;
  const { displayName, span } = binding.info;
  // Not below the class's own name: what stands in a generic class is cloned with it, the class's value is one.
  const name = names.unique(`${namePrefix(binding.inside)}.class-${displayName || "expression"}`);
  made.set(binding, name);
  const info = classInfo(name, "closure", {
    displayName,
    function: name,
    constructs: binding.name,
    fields: freeOf(binding).map((_, i) => ({
      name: String(i),
      type: "any",
      definite: false,
      span: undefined,
    })),
    span,
  });
  program.classes.set(name, info);
  addCode(translation, binding, name);
  const constant = (member: string, value: Operand): void => {
    if (!findStatic(binding, member))
      info.getters.set(
        member,
        accessor(translation, `${name}.get-${member}`, () => value),
      );
  };
  constant("name", constants.string(displayName));
  constant("length", constants.int(requiredParameters(binding)));
  for (const member of staticNames(binding)) addStatic(translation, binding, info.name, member);
  return name;
}

/** The code makes an instance of its arguments. */
function addCode(translation: Translation, binding: ClassBinding, name: string): void {
  const { displayName, span } = binding.info;
  const free = freeOf(binding).map(parameterFor);
  const declared = constructorParameters(translation, binding).map((one) => variable(one, "any"));
  const header = graph(name, { displayName, captures: free.length, span });
  const builder = new GraphBuilder(header, [...free, ...declared]);
  const made = builder.emit("new", [...free, ...declared], span, { class: binding.name });
  watchInstance(builder, translation, binding, made, span);
  builder.return(madeInstance(builder, binding, made, span), span);
  const target = binding.constructorFunction;
  if (target && shapeOf(translation, target).hasRest)
    header.notes.rest = translation.restClass({ name, node: target.node });
  const statics = [...binding.staticFields.keys()].filter((one) => !one.startsWith("#"));
  if (statics.length > 0) header.notes.statics = statics.join(", ");
  header.notes.shown = shownText(binding);
  const { identity } = binding;
  if (identity) header.notes.identity = `${freeOf(binding).indexOf(identity)} ${capturedField(identity)}`;
  translation.program.functions.set(name, builder.finish());
}

/** As Node prints a class; errors of the library are functions there. */
function shownText({ info, parent, module }: ClassBinding): string {
  if (module.prelude) return `Function: ${info.displayName}`;
  const name = info.displayName === "" ? "(anonymous)" : info.displayName;
  return parent ? `class ${name} extends ${parent.info.displayName || "[null prototype]"}` : `class ${name}`;
}

function constructorParameters(translation: Translation, binding: ClassBinding): string[] {
  const target = binding.constructorFunction;
  if (!target || tsc.isClassLike(target.node)) return translation.impliedParameters(binding.declaration);
  return parameterNames(target.node);
}

/** The names of all static members, the parents' too: of those not the private ones. */
function staticNames(binding: ClassBinding): Set<string> {
  const result = new Set<string>();
  for (let at: ClassBinding | undefined = binding; at; at = at.parent) {
    for (const table of [at.staticFields, at.staticMethods, at.staticGetters, at.staticSetters])
      for (const name of table.keys()) if (at === binding || !name.startsWith("#")) result.add(name);
  }
  return result;
}

function addStatic(translation: Translation, binding: ClassBinding, object: string, member: string): void {
  const info = translation.program.classes.get(object);
  const found = findStatic(binding, member);
  if (!info || !found) return;
  const reached = (target: FunctionInfo): string => {
    const own = staticFunction(translation, binding, found.owner, target);
    return own.free.length === 0 ? own.name : memberOfValue(translation, binding, object, own);
  };
  if (found.kind === "method") {
    info.methods.set(member, reached(found.target));
  } else if (found.kind === "accessor") {
    const { getter, setter } = found;
    if (getter) info.getters.set(member, reached(getter));
    if (setter) info.setters.set(member, reached(setter));
  } else if (found.variable.kind === "local") {
    const cell = found.variable;
    const { getter, setter } = cellOfValue(translation, binding, `${object}.${member}`, cell);
    info.getters.set(member, getter);
    // Assigned through another class it would be that class's own.
    if (found.owner === binding) info.setters.set(member, setter);
  } else if (found.owner !== binding && translation.names.assignedMembers.has(member)) {
    const { getter, setter } = inheritedField(translation, binding, member);
    info.getters.set(member, getter);
    info.setters.set(member, setter);
  } else {
    const name = translation.declareGlobal(found.variable);
    const get = accessor(translation, `${object}.get-${member}`, (builder) =>
      builder.emit("get_global", [], undefined, { name }),
    );
    info.getters.set(member, get);
    const value = variable("value", "any");
    const set = accessor(
      translation,
      `${object}.set-${member}`,
      (builder) => {
        builder.emit("set_global", [value], undefined, { name });
        return constants.undefined;
      },
      [value],
    );
    info.setters.set(member, set);
  }
}

/** A static function that needs variables of the functions around its class finds them in the class's value. */
function memberOfValue(
  translation: Translation,
  binding: ClassBinding,
  object: string,
  target: FunctionInfo,
): string {
  const name = translation.names.unique(`${object}.${target.displayName}`);
  const self = variable("this", "any");
  const declared = parameterNames(target.node).map((one) => variable(one, "any"));
  const header = graph(name, { displayName: target.displayName, hasThis: true });
  if (shapeOf(translation, target).hasRest)
    header.notes.rest = translation.restClass({ name, node: target.node });
  const builder = new GraphBuilder(header, [self, ...declared]);
  const free = target.free.map((one) => capturedOfValue(builder, binding, self, one));
  builder.return(
    builder.emit("call", [...free, ...declared], undefined, { function: target.name }),
    undefined,
  );
  translation.program.functions.set(name, builder.finish());
  return name;
}

function capturedOfValue(
  builder: GraphBuilder,
  binding: ClassBinding,
  self: Operand,
  of: LocalVariable,
): Operand {
  return builder.emit("get_property", [self], undefined, { name: String(freeOf(binding).indexOf(of)) });
}

/** Reading and writing a static field whose cell the class's value has. */
function cellOfValue(
  translation: Translation,
  binding: ClassBinding,
  name: string,
  cell: LocalVariable,
): Accessors {
  const [self, value] = [variable("this", "any"), variable("value", "any")];
  const get = (builder: GraphBuilder): Operand =>
    builder.emit("get_property", [capturedOfValue(builder, binding, self, cell)], undefined, {
      name: "value",
    });
  const set = (builder: GraphBuilder): Operand => {
    const place = capturedOfValue(builder, binding, self, cell);
    builder.emit("set_property", [place, value], undefined, { name: "value" });
    return constants.undefined;
  };
  return {
    getter: accessor(translation, `${name}.get`, get, [self], true),
    setter: accessor(translation, `${name}.set`, set, [self, value], true),
  };
}

/** A function of one expression. */
export function accessor(
  translation: Translation,
  wanted: string,
  body: (builder: GraphBuilder) => Operand,
  params: ReturnType<typeof variable>[] = [],
  hasThis = false,
): string {
  const name = translation.names.unique(wanted);
  const builder = new GraphBuilder(graph(name, { displayName: name, hasThis }), params);
  builder.return(body(builder), undefined);
  translation.program.functions.set(name, builder.finish());
  return name;
}

/** `constructor` of instances: known where the class is one for the whole run. */
export function addConstructorProperty(translation: Translation, binding: ClassBinding): void {
  if (!isConstantClass(binding)) return;
  giveConstructor(translation, binding.info, classObject(translation, binding));
}

/** Likewise of what `new` makes of a function. */
export function addConstructorOfFunction(
  translation: Translation,
  { target, info }: { readonly target: FunctionInfo; readonly info: ClassInfo },
): void {
  giveConstructor(translation, info, translation.closureClass(target));
}

function giveConstructor(translation: Translation, info: ClassInfo, value: string): void {
  const name = accessor(translation, `${value}.of-instance`, () => constants.function(value));
  info.getters.set("constructor", name);
}
