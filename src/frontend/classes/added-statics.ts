/**
 * Static fields that a class gets by assignments alone, as scripts write them: `A.made = 0` after the class, `this.made = 0`
 * in its static code. They are declared like any static field and hold `undefined` until the assignment runs.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import type { ClassBinding } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";
import { nameOfAccess } from "../tree/access-name.ts";
import { isAssignment } from "../tree/assignment-operators.ts";
import { isStatic, skipErased, thisContextOf } from "../tree/syntax-tree.ts";
import { isConstantClass, isUsedAsValue } from "./class-values.ts";
import { findStatic } from "./static-members.ts";

const K = tsc.SyntaxKind;

/** Declares those of a class and, before them, its parents': a subclass may read what its parent is given. */
export function declareAddedStatics(translation: Translation, classes: Iterable<ClassBinding>): void {
  const done = new Set<ClassBinding>();
  const visit = (binding: ClassBinding): void => {
    if (done.has(binding)) return;
    done.add(binding);
    if (binding.parent) visit(binding.parent);
    if (!binding.module.prelude && isConstantClass(binding)) addTo(translation, binding);
  };
  for (const one of classes) visit(one);
}

function addTo(translation: Translation, binding: ClassBinding): void {
  for (const node of assignedMembers(binding)) {
    const name = nameOfAccess(node);
    if (name === undefined || name in Function.prototype || name === "prototype") continue;
    if (findStatic(binding, name)) continue;
    const { names } = translation;
    const field = { ...names.global(node, name, false), name: names.unique(`${binding.name}.${name}`) };
    binding.staticFields.set(name, field);
    translation.declareGlobal(field);
  }
}

/** A static field that never holds more than the arrow function it is declared with, which has no `this` of its own. */
export function holdsArrow(owner: ClassBinding, name: string | undefined): boolean {
  const found = name === undefined ? undefined : findStatic(owner, name);
  if (found?.kind !== "field" || isUsedAsValue(owner) || isUsedAsValue(found.owner)) return false;
  const { declaration } = found.variable;
  if (!tsc.isPropertyDeclaration(declaration) || !declaration.initializer) return false;
  return (
    tsc.isArrowFunction(skipErased(declaration.initializer)) &&
    [owner, found.owner].every((one) => assignedMembers(one).every((node) => nameOfAccess(node) !== name))
  );
}

type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** The places `A.name` and, in static code, `this.name` that something assigns. */
function assignedMembers(binding: ClassBinding): Access[] {
  const found = binding.variable.accesses.map(({ node }) => node.parent).filter(isAssignedAccess);
  const visit = (node: ts.Node): void => {
    if (isAssignedAccess(node) && skipErased(node.expression).kind === K.ThisKeyword) {
      const context = thisContextOf(node.expression);
      if (context.kind === "static" && context.owner === binding.declaration) found.push(node);
    }
    tsc.forEachChild(node, visit);
  };
  for (const one of binding.declaration.members) if (isStatic(one)) visit(one);
  return found;
}

function isAssignedAccess(node: ts.Node): node is Access {
  if (!tsc.isPropertyAccessExpression(node) && !tsc.isElementAccessExpression(node)) return false;
  const { parent } = node;
  if (tsc.isBinaryExpression(parent)) return parent.left === node && isAssignment(parent.operatorToken.kind);
  if (tsc.isPostfixUnaryExpression(parent)) return true;
  return (
    tsc.isPrefixUnaryExpression(parent) &&
    (parent.operator === K.PlusPlusToken || parent.operator === K.MinusMinusToken)
  );
}
