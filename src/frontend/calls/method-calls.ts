/** Calls of methods by their names: `o.m(…)`. */
import { constants, type Operand } from "../../graph/graph.ts";
import { typeKeys } from "../checker/type-keys.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { Chain, FunctionContext } from "../functions/function-context.ts";
import { listedCall } from "../properties/define-calls.ts";
import { calledIn, mayBeDefined } from "../properties/defined-properties.ts";
import { checkMutator } from "../properties/frozen-arrays.ts";
import { addedMethods, byKind } from "../prototypes/library-methods.ts";
import { hasPrototypes, inheritedCall, isAmongParents } from "../prototypes/prototype-objects.ts";
import { callFound } from "../prototypes/super-of-object.ts";
import { calleeText } from "../tree/callee-text.ts";
import { receiverOf, stopIfNullish } from "../values/members.ts";
import { passedArguments } from "./call-arguments.ts";
import { bindFunction, callWithThis } from "./function-methods.ts";
import { isHarmless, notNullish } from "./receivers.ts";

export function callMethod(
  f: FunctionContext,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: string,
  chain: Chain | undefined,
): Operand {
  const receiver = receiverOf(f, callee, chain);
  const where = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
  if (chain && node.questionDotToken) {
    const found = f.emit("get_property", [receiver], where, { name });
    stopIfNullish(f, callee, found, chain);
  }
  // Only where the name cannot be that of a method of the program's own.
  const isLibrarys = f.info.module.prelude || !f.translation.names.memberNames.has(name);
  const spreads = node.arguments.some((one) => tsc.isSpreadElement(one));
  const [only] = node.arguments;
  if (name === "propertyIsEnumerable" && only && !spreads && isLibrarys && mayBeDefined(f, undefined))
    return listedCall(f, receiver, only, node);
  if (isOwnTest.has(name) && only && !spreads && isLibrarys)
    return f.emit("call_builtin", [receiver, f.expression(only)], node, { name: "Object.hasOwn" });
  if ((name === "call" || name === "apply") && isLibrarys) {
    const called = callWithThis(f, node, receiver, callee, name);
    if (called) return called;
  }
  if (name === "bind" && isLibrarys && !spreads) return bindFunction(f, node, receiver, callee);
  const object = node.arguments.every(isHarmless)
    ? receiver
    : notNullish(f, callee.expression, receiver, where, name);
  const { operands, attributes } = passedArguments(f, node.arguments, node, fixedArguments[name]);
  const keys = typeKeys(f.translation.names.checker, node);
  const types = keys.length > 0 ? { types: keys } : {};
  const shown = calleeText(callee);
  checkMutator(f, object, name, operands, where);
  const plain = (self: Operand): Operand =>
    f.emit("call_method", [self, ...operands], where, { name, ...types, shown, ...attributes });
  const value = (found: Operand): Operand =>
    callFound(f, found, name, [object, ...operands], { shown, ...attributes }, where);
  if (hasPrototypes(f) && name === "isPrototypeOf" && isLibrarys)
    return isAmongParents(f, operands[0] ?? constants.undefined, object, node);
  const other = (self: Operand): Operand => {
    if (mayBeDefined(f, name)) return calledIn(f, self, name, where, { plain, value });
    return hasPrototypes(f) ? inheritedCall(f, self, name, where, { plain, value }) : plain(self);
  };
  const added = addedMethods(f, name);
  if (added.length === 0) return other(object);
  const found = (method: Operand, self: Operand): Operand =>
    f.emit("call_value", [method, self, ...operands], where, { shown, self: true, ...attributes });
  return byKind(f, object, added, where, { found, other });
}

/** Methods of arrays with any number of arguments behind these: where some are spread the library gets all in an array. */
const fixedArguments: Readonly<Record<string, number>> = { push: 0, unshift: 0, concat: 0, splice: 2 };

/** Every object inherits these. */
const isOwnTest: ReadonlySet<string> = new Set(["hasOwnProperty", "propertyIsEnumerable"]);
