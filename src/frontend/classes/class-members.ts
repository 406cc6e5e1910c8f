/** What classes declare: fields, methods, accessors, static members, the parent. Done before any function is translated. */

import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { ClassBinding } from "../names/bindings.ts";
import { bindingOfName, libraryName } from "../names/library-names.ts";
import { nameInBrackets } from "../names/symbol-names.ts";
import type { Translation } from "../translation.ts";
import { capturedField } from "../tree/function-shape.ts";
import { hasModifier, isFunctionNode, isStatic, skipErased } from "../tree/syntax-tree.ts";

const K = tsc.SyntaxKind;

/** A member's name where it is written out; anything else is refused. */
export function memberName(translation: Translation, name: ts.PropertyName): string | undefined {
  if (tsc.isIdentifier(name) || tsc.isPrivateIdentifier(name) || tsc.isStringLiteralLike(name))
    return name.text;
  const inBrackets = tsc.isComputedPropertyName(name) ? nameInBrackets(name.expression) : undefined;
  if (inBrackets !== undefined) return inBrackets;
  translation.refuse(name, tsc.isComputedPropertyName(name) ? "computedName" : "numericName");
  return undefined;
}

/** What libraries call the base of classes whose instances are freed by hand. */
export const managedBaseName = "memory.Managed";

function extendsManaged({ names }: Translation, base: ts.Expression): boolean {
  const node = skipErased(base);
  return !bindingOfName(names, node) && libraryName(names, node) === managedBaseName;
}

/** Enters a class in the program. `parentOf` finds a class by the expression after `extends`. */
export function declareClass(
  translation: Translation,
  binding: ClassBinding,
  parentOf: (node: ts.Expression) => ClassBinding | undefined,
): void {
  const { declaration, info } = binding;
  translation.program.classes.set(info.name, info);
  const heritage = declaration.heritageClauses?.find((one) => one.token === K.ExtendsKeyword)?.types[0];
  if (heritage && skipErased(heritage.expression).kind !== K.NullKeyword) {
    binding.parent = parentOf(heritage.expression);
    info.parent = binding.parent?.info.name;
    info.managed = !binding.parent && extendsManaged(translation, heritage.expression);
  } else if (heritage) translation.refuse(heritage, "extendsExpression");
  if (binding.constructorFunction) info.methods.set("constructor", binding.constructorFunction.name);
  for (const one of declaration.members) {
    if (tsc.isConstructorDeclaration(one)) {
      for (const parameter of one.body ? one.parameters : []) {
        if (tsc.isParameterPropertyDeclaration(parameter, one))
          addField(binding, parameter.name.getText(), parameter);
      }
    }
  }
  for (const one of binding.constructorFunction?.free ?? [])
    addField(binding, capturedField(one), declaration);
  for (const one of declaration.members) declareMember(translation, binding, one);
  refuseDecorators(translation, declaration);
}

function refuseDecorators(translation: Translation, node: ts.ClassLikeDeclaration): void {
  for (const one of [node, ...node.members]) {
    const decorator = tsc.canHaveDecorators(one) ? tsc.getDecorators(one)?.[0] : undefined;
    if (decorator) translation.refuse(decorator, "decorators");
  }
}

function addField(binding: ClassBinding, name: string, node: ts.Node): void {
  const { fields } = binding.info;
  if (fields.some((one) => one.name === name)) return;
  fields.push({ name, type: "any", definite: false, span: spanOf(node) });
}

function declareMember(translation: Translation, binding: ClassBinding, node: ts.ClassElement): void {
  const { info } = binding;
  const { names } = translation;
  if (!node.name || tsc.isConstructorDeclaration(node)) return;
  if (tsc.isPropertyDeclaration(node)) {
    if (hasModifier(node, K.AccessorKeyword)) translation.refuse(node.name, "autoAccessor");
    const name = memberName(translation, node.name);
    if (name === undefined || hasModifier(node, K.DeclareKeyword) || hasModifier(node, K.AbstractKeyword))
      return;
    if (isStatic(node)) declareStaticField(translation, binding, name, node);
    else {
      refuseSharedPrivateName(translation, binding, name, node);
      addField(binding, name, node);
    }
    return;
  }
  if (!isFunctionNode(node) || !node.body) return;
  const name = memberName(translation, node.name);
  if (name === undefined) return;
  const target = names.functionOf(node);
  if (isStatic(node)) {
    const table = tsc.isGetAccessor(node)
      ? binding.staticGetters
      : tsc.isSetAccessor(node)
        ? binding.staticSetters
        : binding.staticMethods;
    table.set(name, target);
  } else if (tsc.isGetAccessor(node)) info.getters.set(name, target.name);
  else if (tsc.isSetAccessor(node)) info.setters.set(name, target.name);
  else info.methods.set(name, target.name);
}

function declareStaticField(
  translation: Translation,
  binding: ClassBinding,
  name: string,
  node: ts.PropertyDeclaration,
): void {
  if (binding.staticFields.has(name)) return;
  const variable = translation.names.global(node, name, false);
  const own = { ...variable, name: translation.names.unique(`${binding.name}.${name}`) };
  binding.staticFields.set(name, own);
  translation.declareGlobal(own);
}

/** Fields are found by name: two private ones of a name would be taken for one. */
function refuseSharedPrivateName(
  translation: Translation,
  binding: ClassBinding,
  name: string,
  node: ts.Node,
): void {
  if (!name.startsWith("#")) return;
  for (let at = binding.parent; at; at = at.parent) {
    const members = at.declaration.members;
    if (members.some((one) => one.name !== undefined && one.name.getText() === name)) {
      translation.refuse(node, "privateName", name);
    }
  }
}
