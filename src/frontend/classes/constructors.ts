/** Constructors: fields in the order of the class, `super(…)`, parameter properties. */
import { constants, type Operand, type Variable } from "../../graph/graph.ts";
import { argumentsFor } from "../calls/call-arguments.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { throwNew } from "../control/raising.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { capturedField } from "../tree/function-shape.ts";
import { hasModifier, isStatic } from "../tree/syntax-tree.ts";
import { superOwner } from "../values/members.ts";
import { capturedOperand } from "../values/variables.ts";
import { memberName } from "./class-members.ts";
import { isReplacing } from "./replaced-instances.ts";

const K = tsc.SyntaxKind;

/** The code of a constructor, declared or implied. `bind` gives the parameters their names. */
export function constructorBody(f: FunctionContext, declared: readonly Variable[], bind: () => void): void {
  const { node } = f.info;
  const owner = tsc.isClassLike(node) ? node : (node.parent as ts.ClassLikeDeclaration);
  const binding = f.translation.names.classOf(owner);
  const self = f.builder.read(f.translation.names.thisVariable(f.info));
  const isDerived = binding.parent !== undefined;
  for (const one of f.info.free) {
    f.emit("define_field", [self, capturedOperand(f, one)], node, {
      class: binding.name,
      name: capturedField(one),
    });
  }
  // Fields of a base class exist before even the parameters' defaults are evaluated.
  if (!isDerived) defineFields(f, owner, self);
  bind();
  if (tsc.isClassLike(node)) {
    if (isDerived) {
      callParent(f, owner, self, [...declared], node);
      defineFields(f, owner, self);
    }
    return;
  }
  if (!isDerived) assignParameterProperties(f, owner);
  if (tsc.isConstructorDeclaration(node) && node.body) f.syntax.statements(f, node, node.body.statements);
  if (isDerived && !isReplacing(binding) && !callsSuper(node))
    throwNew(f, "ReferenceError", missingSuper, node);
}

const missingSuper =
  "Must call super constructor in derived class before accessing 'this' or returning from derived constructor";

function callsSuper(node: ts.Node): boolean {
  if (tsc.isCallExpression(node) && node.expression.kind === K.SuperKeyword) return true;
  return tsc.forEachChild(node, callsSuper) ?? false;
}

/** `super(…)` in a constructor. */
export function superCall(f: FunctionContext, node: ts.CallExpression): Operand {
  const owner = superOwner(f, node);
  const inConstructor = tsc.isConstructorDeclaration(f.info.node);
  if (!owner || !inConstructor) return f.refuse(node, inConstructor ? "superElsewhere" : "superCallInside");
  const target = f.translation.names.classOf(owner.declaration).parent?.constructorFunction;
  const args = target
    ? argumentsFor(f, target, node.arguments, node)
    : node.arguments.map((one) => f.expression(tsc.isSpreadElement(one) ? one.expression : one));
  const self = f.builder.read(f.translation.names.thisVariable(f.info));
  callParent(f, owner.declaration, self, args, node);
  defineFields(f, owner.declaration, self);
  assignParameterProperties(f, owner.declaration);
  return constants.undefined;
}

function callParent(
  f: FunctionContext,
  owner: ts.ClassLikeDeclaration,
  self: Operand,
  args: Operand[],
  node: ts.Node,
): void {
  const parent = f.translation.names.classOf(owner).parent;
  const target = parent?.constructorFunction;
  if (!target) return;
  if (isReplacing(parent))
    f.refuse(owner.heritageClauses?.[0] ?? owner, "replacedInstance", parent.info.displayName);
  const keys = f.translation.parentKeys(owner);
  const free = target.free.map((one) => capturedOperand(f, one));
  f.emit("call", [self, ...free, ...args], node, {
    function: target.name,
    ...(keys.length > 0 ? { types: keys } : {}),
  });
}

function parameterProperties(owner: ts.ClassLikeDeclaration): ts.ParameterDeclaration[] {
  const declared = owner.members.find((one) => tsc.isConstructorDeclaration(one) && one.body);
  if (!declared || !tsc.isConstructorDeclaration(declared)) return [];
  return declared.parameters.filter((one) => tsc.isParameterPropertyDeclaration(one, declared));
}

function defineFields(f: FunctionContext, owner: ts.ClassLikeDeclaration, self: Operand): void {
  const className = f.translation.names.classOf(owner).name;
  const define = (name: string, value: Operand, node: ts.Node): void => {
    f.emit("define_field", [self, value], node, { class: className, name });
  };
  for (const one of parameterProperties(owner)) define(one.name.getText(), constants.undefined, one);
  for (const one of owner.members) {
    if (!tsc.isPropertyDeclaration(one) || isStatic(one)) continue;
    if (hasModifier(one, K.DeclareKeyword) || hasModifier(one, K.AbstractKeyword)) continue;
    const name = memberName(f.translation, one.name);
    if (name === undefined) continue;
    define(name, one.initializer ? f.expression(one.initializer) : constants.undefined, one);
  }
}

function assignParameterProperties(f: FunctionContext, owner: ts.ClassLikeDeclaration): void {
  const self = f.builder.read(f.translation.names.thisVariable(f.info));
  for (const one of parameterProperties(owner)) {
    const binding = f.translation.names.bindings.get(one);
    if (binding?.kind !== "local") continue;
    const stored = f.builder.read(binding);
    const value =
      binding.storage === "cell" ? f.emit("get_property", [stored], one, { name: "value" }) : stored;
    f.emit("set_property", [self, value], one, { name: binding.name });
  }
}
