/** Static members: known by name, so fields are globals and methods plain functions. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding, FunctionInfo, GlobalVariable, LocalVariable } from "../names/bindings.ts";
import { bindingOfName } from "../names/library-names.ts";
import type { Translation } from "../translation.ts";
import { nameOfAccess } from "../tree/access-name.ts";
import { parametersOf } from "../tree/function-shape.ts";
import { isFunctionNode, skipErased, thisContextOf } from "../tree/syntax-tree.ts";
import { capturedOperand, readVariable } from "../values/variables.ts";
import { inheritedField } from "./static-shadows.ts";

/** The class before the dot of a static member: its name, or `this` in static code. */
export function staticOwner(f: FunctionContext, object: ts.Expression): ClassBinding | undefined {
  const { names } = f.translation;
  const isSuper = object.kind === tsc.SyntaxKind.SuperKeyword;
  if (isSuper || object.kind === tsc.SyntaxKind.ThisKeyword) {
    const context = thisContextOf(object);
    const own = context.kind === "static" ? names.classOf(context.owner) : undefined;
    return isSuper ? own?.parent : own && (f.staticClass ?? own);
  }
  const binding = bindingOfName(names, object);
  return binding?.kind === "class" ? binding : undefined;
}

export type StaticMember =
  | {
      readonly kind: "field";
      readonly owner: ClassBinding;
      readonly variable: GlobalVariable | LocalVariable;
    }
  | { readonly kind: "method"; readonly owner: ClassBinding; readonly target: FunctionInfo }
  | {
      readonly kind: "accessor";
      readonly owner: ClassBinding;
      readonly getter: FunctionInfo | undefined;
      readonly setter: FunctionInfo | undefined;
    };

/** A static member of a class or its parents. */
export function findStatic(owner: ClassBinding, name: string): StaticMember | undefined {
  for (let at: ClassBinding | undefined = owner; at; at = at.parent) {
    const variable = at.staticFields.get(name);
    if (variable) return { kind: "field", owner: at, variable };
    const target = at.staticMethods.get(name);
    if (target) return { kind: "method", owner: at, target };
    const getter = at.staticGetters.get(name);
    const setter = at.staticSetters.get(name);
    if (getter || setter) return { kind: "accessor", owner: at, getter, setter };
  }
  return undefined;
}

/** The function that a static member of `owner` runs where it is reached through the class `self`. */
export function staticFunction(
  translation: Translation,
  self: ClassBinding,
  owner: ClassBinding,
  target: FunctionInfo,
): FunctionInfo {
  return self === owner || !mentionsThis(target.node) ? target : translation.staticCopy(target, self);
}

/**
 * The function that a static member runs for a class. Reached through a subclass it has that class as its `this`: if it
 * asks, the subclass gets a copy of its own.
 */
export function staticTarget(
  f: FunctionContext,
  owner: ClassBinding,
  found: StaticMember,
  target: FunctionInfo,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): FunctionInfo {
  const isSuper = node.expression.kind === tsc.SyntaxKind.SuperKeyword;
  const context = isSuper ? thisContextOf(node) : undefined;
  const lexical = context?.kind === "static" ? f.translation.names.classOf(context.owner) : owner;
  const self = isSuper ? (f.staticClass ?? lexical) : owner;
  if (self !== found.owner && mentionsThisInside(target.node)) {
    f.refuse(node, "staticInherited", `${found.owner.info.displayName}.${nameOfAccess(node) ?? ""}`);
  }
  return staticFunction(f.translation, self, found.owner, target);
}

function mentionsThis(node: ts.Node): boolean {
  let found = false;
  const visit = (at: ts.Node): void => {
    found ||= at.kind === tsc.SyntaxKind.ThisKeyword || at.kind === tsc.SyntaxKind.SuperKeyword;
    if (!found) tsc.forEachChild(at, visit);
  };
  visit(node);
  return found;
}

/** A function inside asks for `this`. */
function mentionsThisInside(node: ts.Node): boolean {
  let found = false;
  const visit = (at: ts.Node): void => {
    found ||= isFunctionNode(at) && mentionsThis(at);
    if (!found) tsc.forEachChild(at, visit);
  };
  tsc.forEachChild(node, visit);
  return found;
}

/** The check that a class has been initialised, before one of its static members or `new`. */
export function checkClass(f: FunctionContext, owner: ClassBinding, node: ts.Node): void {
  if (!owner.variable.checked || !f.translation.uncertain.has(skipErased(node as ts.Expression))) return;
  const name = f.translation.declareGlobal(owner.variable);
  const mention = skipErased(node as ts.Expression);
  // A constant that holds the class may have another name.
  const isRenamed = tsc.isIdentifier(mention) && !name.endsWith(`.${mention.text}`);
  f.emit("check_global", [], node, { name, ...(isRenamed ? { shown: mention.text } : {}) });
}

/** A static field of a parent class that an assignment may hide behind one of the class's own. */
export function isShadowed(
  translation: Translation,
  owner: ClassBinding,
  found: StaticMember,
  name: string,
): boolean {
  if (found.kind !== "field" || found.owner === owner || found.variable.kind === "local") return false;
  return translation.names.assignedMembers.has(name);
}

/** `length` of a class: the constructor's parameters before the first with a default. */
export function requiredParameters(owner: ClassBinding): number {
  const node = owner.constructorFunction?.node;
  const declared = node ? parametersOf(node) : [];
  const first = declared.findIndex(
    (one) => one.initializer !== undefined || one.dotDotDotToken !== undefined,
  );
  return first < 0 ? declared.length : first;
}

/** What a class has besides what it declares. */
function absentStatic(
  f: FunctionContext,
  owner: ClassBinding,
  name: string | undefined,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand {
  if (name === "name") return constants.string(owner.info.displayName);
  if (name === "length") return constants.int(requiredParameters(owner));
  if (name === "prototype" || name === "__proto__") return f.refuse(node, "prototype", name);
  if (name === undefined || name in Function.prototype) return f.refuse(node, "classValue");
  return constants.undefined;
}

export function staticGet(
  f: FunctionContext,
  owner: ClassBinding,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand {
  const name = nameOfAccess(node);
  checkClass(f, owner, node.expression);
  const found = name === undefined ? undefined : findStatic(owner, name);
  if (name === undefined || !found) return absentStatic(f, owner, name, node);
  if (found.kind === "field") {
    if (!isShadowed(f.translation, owner, found, name)) return readVariable(f, found.variable, node);
    return f.emit("call", [], node, { function: inheritedField(f.translation, owner, name).getter });
  }
  if (found.kind === "method" && found.target.free.length > 0) return f.refuse(node, "classInFunction");
  if (found.kind === "method") {
    const target = staticTarget(f, owner, found, found.target, node);
    f.translation.closureClass(target);
    return constants.function(target.name);
  }
  if (!found.getter) return constants.undefined;
  return callStatic(f, staticTarget(f, owner, found, found.getter, node), [], node);
}

/** A static function gets what it needs of the functions around its class as first arguments. */
export function callStatic(
  f: FunctionContext,
  target: FunctionInfo,
  args: readonly Operand[],
  node: ts.Node,
): Operand {
  const free = target.free.map((one) => capturedOperand(f, one));
  return f.emit("call", [...free, ...args], node, { function: target.name });
}
