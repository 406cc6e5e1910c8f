/** Operators without assignment. */

import { constants, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { hasIdentity, testedIdentity } from "../classes/class-identity.ts";
import { ownInstanceTest, testedClass } from "../classes/instance-tests.ts";
import { newError } from "../control/raising.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { knownSymbol } from "../names/known-symbols.ts";
import { libraryName } from "../names/library-names.ts";
import { comparePrototypes, inPrototype } from "../prototypes/class-prototypes.ts";
import { addedMethods, byKind, isOfObjects } from "../prototypes/library-methods.ts";
import { hasInherited, hasPrototypes, instanceOfFunction } from "../prototypes/prototype-objects.ts";
import { binaryOperation } from "../tree/operator-table.ts";
import { isStatic, skipErased } from "../tree/syntax-tree.ts";
import { describeSyntax } from "../tree/syntax-words.ts";
import { refinableVariable } from "./variables.ts";

const K = tsc.SyntaxKind;

export function binaryExpression(f: FunctionContext, node: ts.BinaryExpression): Operand {
  const { left, operatorToken, right } = node;
  if (operatorToken.kind === K.InstanceOfKeyword) return instanceOf(f, node);
  if (operatorToken.kind === K.InKeyword && !tsc.isPrivateIdentifier(node.left)) {
    const answer = inPrototype(f, node);
    if (answer) return answer;
    const symbol = knownSymbol(skipErased(node.left));
    const name = symbol === undefined ? f.expression(node.left) : constants.string(symbol);
    const object = f.expression(node.right);
    const chain = hasPrototypes(f) ? f.translation.preludeFunctionNamed(hasInherited) : undefined;
    const has = (self: Operand): Operand =>
      chain
        ? f.emit("call", [name, self], node, { function: chain.name })
        : f.emit("has_property", [name, self], node);
    const added = name.kind === "string" ? addedMethods(f, name.value) : [];
    if (added.length === 0) return has(object);
    return byKind(f, object, added.filter(isOfObjects), node, {
      found: () => constants.bool(true),
      other: has,
    });
  }
  if (operatorToken.kind === K.InKeyword && tsc.isPrivateIdentifier(left)) return hasPrivate(f, node, left);
  const operation = binaryOperation(operatorToken.kind);
  if (!operation) return f.refuse(node, "syntax", describeSyntax(operatorToken));
  const compared = /equal$/.test(operation) ? comparePrototypes(f, node, operation) : undefined;
  if (compared) return compared;
  const first = f.expression(left);
  return f.emit(operation, [first, f.expression(right)], node);
}

/** `#p in o`: o is an instance of the class around that declares `#p`. */
function hasPrivate(f: FunctionContext, node: ts.BinaryExpression, name: ts.PrivateIdentifier): Operand {
  const declares = (at: ts.Node): at is ts.ClassLikeDeclaration =>
    tsc.isClassLike(at) && at.members.some((one) => one.name?.getText() === name.text && !isStatic(one));
  let owner: ts.Node = node;
  while (!tsc.isSourceFile(owner) && !declares(owner)) owner = owner.parent;
  if (tsc.isSourceFile(owner)) return f.refuse(node, "in");
  const value = f.expression(node.right);
  requireObject(f, value, name.text, node);
  const className = f.translation.names.classOf(owner as ts.ClassLikeDeclaration).name;
  return f.emit("instance_of", [value], node, { class: className });
}

/** Only objects and functions can be asked for a private member. */
function requireObject(f: FunctionContext, value: Operand, name: string, node: ts.Node): void {
  const { builder } = f;
  const [perhaps, object, fail, go] = [builder.block(), builder.block(), builder.block(), builder.block()];
  const kind = f.emit("typeof", [value], node);
  const is = (wanted: string): Operand => f.emit("strict_equal", [kind, constants.string(wanted)], node);
  builder.branch(is("function"), go, perhaps);
  builder.sealAndStart(perhaps);
  builder.branch(is("object"), object, fail);
  builder.sealAndStart(object);
  builder.branch(f.emit("strict_equal", [value, constants.null], node), fail, go);
  builder.sealAndStart(fail);
  const start = constants.string(`Cannot use 'in' operator to search for '${name}' in `);
  const text = f.emit("concat", [start, f.emit("to_string", [value], node)], node);
  builder.raise(newError(f, "TypeError", [text], node), spanOf(node));
  builder.sealAndStart(go);
}

function instanceOf(f: FunctionContext, node: ts.BinaryExpression): Operand {
  const own = ownInstanceTest(f, node);
  if (own) return own;
  const value = f.expression(node.left);
  if (libraryName(f.translation.names, node.right) === "Array") {
    return f.emit("call_builtin", [value], node, { name: "Array.isArray" });
  }
  const name = testedClass(f, node.right);
  if (name === undefined) return instanceOfValue(f, node, value);
  const test = f.emit("instance_of", [value], node, { class: name });
  const tested = testedIdentity(f, node.right);
  if (!tested) return test;
  return f.either(
    test,
    () => hasIdentity(f, value, tested, node),
    () => constants.bool(false),
  );
}

/** The right side is a value: of the library only classes of errors and arrays are known. */
export function instanceOfValue(f: FunctionContext, node: ts.BinaryExpression, value: Operand): Operand {
  if (libraryName(f.translation.names, node.right) !== undefined)
    return f.refuse(node.right, "instanceofExpression");
  const right = f.expression(node.right);
  const plain = (): Operand => f.emit("instance_of_value", [value, right], node);
  return hasPrototypes(f) ? instanceOfFunction(f, value, right, node, plain) : plain();
}

type Logical = "and" | "or" | "nullish";

/** `&&`, `||`, `??`: on the way on which the left value is the result it is known to have passed the test. */
export function logicalExpression(f: FunctionContext, node: ts.BinaryExpression, kind: Logical): Operand {
  return f.join((meet) => {
    if (kind !== "nullish" && isTest(node.left)) {
      const keep = f.builder.block();
      const go = f.builder.block();
      f.syntax.condition(f, node.left, kind === "and" ? go : keep, kind === "and" ? keep : go);
      f.builder.sealAndStart(keep);
      meet(constants.bool(kind === "or"));
      f.builder.sealAndStart(go);
    } else {
      shortCircuit(f, node, kind, f.expression(node.left), meet);
    }
    meet(f.expression(node.right));
  });
}

/** Certainly a boolean, made by a test that `condition` understands. */
function isTest(given: ts.Expression): boolean {
  const node = skipErased(given);
  if (tsc.isPrefixUnaryExpression(node)) return node.operator === K.ExclamationToken;
  if (!tsc.isBinaryExpression(node)) return false;
  const kind = node.operatorToken.kind;
  if (kind === K.AmpersandAmpersandToken || kind === K.BarBarToken)
    return isTest(node.left) && isTest(node.right);
  if (kind === K.InstanceOfKeyword) return true;
  const operation = binaryOperation(kind) ?? "";
  return operation.includes("equal") || operation === "less" || operation === "greater";
}

/** Leaves with `left` through `meet` where it decides; goes on where the right side is needed. */
export function shortCircuit(
  f: FunctionContext,
  node: ts.BinaryExpression,
  kind: Logical,
  left: Operand,
  meet: (value: Operand) => void,
): void {
  const { builder } = f;
  const keep = builder.block();
  const go = builder.block();
  const variable = refinableVariable(f, skipErased(node.left));
  const isCurrent = variable !== undefined && builder.read(variable) === left;
  const test =
    kind === "nullish"
      ? f.emit("loose_equal", [left, constants.null], node.left)
      : f.emit("truthy", [left], node.left);
  builder.branch(test, kind === "or" ? keep : go, kind === "or" ? go : keep);
  const origin = { key: {}, node };
  const learn = (fact: string, holds: boolean): Operand => {
    const known = refined(f, left, fact, { ...origin, holds });
    if (isCurrent) builder.write(variable, known);
    return known;
  };
  builder.sealAndStart(keep);
  meet(learn(kind === "and" ? "falsy" : kind === "or" ? "truthy" : "not_nullish", true));
  builder.sealAndStart(go);
  learn(kind === "and" ? "truthy" : kind === "or" ? "falsy" : "nullish", false);
}

export function unaryExpression(f: FunctionContext, node: ts.PrefixUnaryExpression): Operand {
  switch (node.operator) {
    case K.ExclamationToken:
      return f.emit("not", [f.expression(node.operand)], node);
    case K.MinusToken:
      return f.emit("neg", [f.expression(node.operand)], node);
    case K.PlusToken:
      return f.emit("to_number", [f.expression(node.operand)], node);
    case K.TildeToken:
      return f.emit("bit_not", [f.expression(node.operand)], node);
    default:
      return f.refuse(node, "syntax", describeSyntax(node));
  }
}
