/**
 * Classes that are evaluated several times: each evaluation makes another class, so `instanceof` asks an instance which
 * evaluation made it. An object stands for each evaluation; instances keep it as they keep captured variables.
 *
 *   function f() { class A {}; return x => x instanceof A }       x is an A, and its identity is that of this call
 */
import { constants, isVariable, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding } from "../names/bindings.ts";
import { noteMention } from "../names/classify-names.ts";
import { bindingOfName } from "../names/library-names.ts";
import type { NameTable } from "../names/name-table.ts";
import { nameInBrackets } from "../names/symbol-names.ts";
import { capturedField } from "../tree/function-shape.ts";
import { blockScopeOf, isLoop } from "../tree/syntax-tree.ts";
import { declareVariable, readVariable } from "../values/variables.ts";
import { isUsedAsValue, isValueOnly, isValueUse } from "./class-values.ts";

/** Gives an identity to the classes that need one. Before it is decided what functions capture. */
export function addIdentities(names: NameTable): void {
  for (const one of new Set(names.bindings.values())) {
    if (one.kind !== "class" || one.module.prelude || !isEvaluatedAgain(one)) continue;
    addValue(names, one);
    const tests = one.variable.accesses.filter(({ node }) => isRightOfInstanceof(node));
    const { constructorFunction, declaration, inside } = one;
    const isAsked = tests.length > 0 || (names.testsValues && hasValue(one));
    if (!isAsked || !constructorFunction) continue;
    one.identity = names.local(declaration, one.info.displayName || "class", {
      owner: inside,
      scope: blockScopeOf(declaration),
      initialisedAt: declaration.pos,
      constant: true,
      field: `identity.${one.name}`,
    });
    one.identity.accesses.push(...tests);
    for (const user of [constructorFunction, ...tests.map((test) => test.inside)])
      if (user !== inside) noteMention(user, one.identity);
  }
}

/** Functions inside the one in which the class stands find its value in a cell. */
function addValue(names: NameTable, binding: ClassBinding): void {
  const { declaration, inside } = binding;
  const uses = binding.variable.accesses.filter((one) => one.inside !== inside && isValueUse(one.node));
  if (uses.length === 0) return;
  binding.value = names.local(declaration, binding.info.displayName || "class", {
    owner: inside,
    scope: blockScopeOf(declaration),
    initialisedAt: declaration.pos,
    storage: "cell",
    field: `value.${binding.name}`,
  });
  binding.value.accesses.push(...uses);
  for (const use of uses) noteMention(use.inside, binding.value);
}

/** The class may be in a variable. */
function hasValue(binding: ClassBinding): boolean {
  return isUsedAsValue(binding) || isValueOnly(binding.declaration);
}

/** Each evaluation of the class has a static field of its own. */
export function declareStaticCell(
  names: NameTable,
  binding: ClassBinding,
  member: ts.PropertyDeclaration,
): void {
  const name = staticName(member.name);
  if (name === undefined) return;
  const cell = names.local(member, name, {
    owner: binding.inside,
    scope: blockScopeOf(binding.declaration),
    initialisedAt: binding.declaration.pos,
    storage: "cell",
    field: `static.${binding.name}.${name}`,
  });
  binding.staticFields.set(name, cell);
}

function staticName(name: ts.PropertyName): string | undefined {
  if (tsc.isIdentifier(name) || tsc.isPrivateIdentifier(name) || tsc.isStringLiteralLike(name))
    return name.text;
  return tsc.isComputedPropertyName(name) ? nameInBrackets(name.expression) : undefined;
}

export function isEvaluatedAgain({ inside, declaration }: ClassBinding): boolean {
  if (inside.parent !== undefined) return true;
  for (let at: ts.Node = declaration.parent; !tsc.isSourceFile(at); at = at.parent)
    if (isLoop(at)) return true;
  return false;
}

function isRightOfInstanceof(node: ts.Node): boolean {
  const { parent } = node;
  return (
    tsc.isBinaryExpression(parent) &&
    parent.right === node &&
    parent.operatorToken.kind === tsc.SyntaxKind.InstanceOfKeyword
  );
}

/** The class is evaluated: from here on it is itself. */
export function declareIdentity(f: FunctionContext, { identity, declaration }: ClassBinding): void {
  if (!identity) return;
  const { name } = f.translation.classOfLiteral(declaration, f.info, "literal", []);
  declareVariable(f, identity, f.emit("new_object", [], declaration, { class: name }), declaration);
}

/** The class on the right of `instanceof`, if it may be one of several. */
export function testedIdentity(f: FunctionContext, right: ts.Expression): ClassBinding | undefined {
  const binding = bindingOfName(f.translation.names, right);
  return binding?.kind === "class" && binding.identity ? binding : undefined;
}

/** An instance of the class, of whichever evaluation: whether it is one of the evaluation at hand. */
export function hasIdentity(
  f: FunctionContext,
  value: Operand,
  { name, identity }: ClassBinding,
  node: ts.BinaryExpression,
): Operand {
  if (!identity) return constants.bool(true);
  const origin = { test: {}, holds: true, span: spanOf(node) };
  const instance = isVariable(value)
    ? f.builder.refine(value, [], { test: "instance", class: name }, origin)
    : value;
  const own = f.emit("get_property", [instance], node, { name: capturedField(identity) });
  return f.emit("strict_equal", [own, readVariable(f, identity, node.right)], node);
}
