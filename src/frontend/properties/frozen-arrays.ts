/**
 * Arrays that are frozen. An array has no room to say that it is: the run-time keeps a list of those
 * (runtime/modules/frozen-arrays.ts), which is asked where flow brings an array that some code freezes.
 */
import { constants, type Operand } from "../../graph/graph.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";

/** Methods that change their array. */
const mutators: ReadonlySet<string> = new Set([
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "sort",
  "reverse",
  "fill",
  "copyWithin",
]);

const levels: Readonly<Record<string, readonly [level: number, negated: boolean]>> = {
  "Object.preventExtensions": [1, false],
  "Object.seal": [2, false],
  "Object.freeze": [3, false],
  "Object.isExtensible": [1, true],
  "Object.isSealed": [2, false],
  "Object.isFrozen": [3, false],
};

function ask(
  f: FunctionContext,
  object: Operand,
  name: string,
  args: () => Operand[],
  node: ts.Node,
  otherwise: () => Operand,
): Operand {
  const target = f.translation.preludeFunctionNamed(`node.frozen-arrays.${name}`);
  if (!target || f.info.module.prelude || !f.translation.defined.restricts) return otherwise();
  const test = f.emit("call_builtin", [object], node, { name: "Object.mayBeFrozenArray" });
  const call = (): Operand => f.emit("call", [object, ...args()], node, { function: target.name });
  return f.either(test, call, otherwise);
}

/** Asked where the array is: functions of the run-time see arrays of all kinds, which must not come to share a layout there. */
function lengthOf(f: FunctionContext, array: Operand, node: ts.Node): Operand {
  return f.emit("get_property", [array], node, { name: "length" });
}

const nothing = (): Operand => constants.undefined;

/** Before `object[key] = value` and `object.length = value`. */
export function checkElementWrite(f: FunctionContext, object: Operand, key: Operand, node: ts.Node): void {
  const exists = (): Operand => f.emit("call_builtin", [object, key], node, { name: "Object.hasOwn" });
  ask(f, object, "checkElement", () => [key, exists()], node, nothing);
}

export function checkLengthWrite(f: FunctionContext, object: Operand, length: Operand, node: ts.Node): void {
  ask(f, object, "checkLength", () => [length, lengthOf(f, object, node)], node, nothing);
}

/** Before a call of a method. */
export function checkMutator(
  f: FunctionContext,
  object: Operand,
  name: string,
  args: readonly Operand[],
  node: ts.Node,
): void {
  if (!mutators.has(name)) return;
  const [first = constants.undefined, second = constants.undefined] = args;
  const given = [constants.string(name), constants.int(args.length), first, second];
  ask(f, object, "checkMethod", () => [lengthOf(f, object, node), ...given], node, nothing);
}

/** `Object.freeze` and its like, and their tests; undefined for other functions. */
export function restrictionCall(
  f: FunctionContext,
  name: string,
  node: ts.CallExpression,
): Operand | undefined {
  const [given] = node.arguments;
  const known = levels[name];
  if (!known || !given || node.arguments.length !== 1 || f.info.module.prelude) return undefined;
  const [level, negated] = known;
  const object = f.expression(given);
  const builtin = (): Operand => f.emit("call_builtin", [object], node, { name });
  if (!/\.is/.test(name)) {
    ask(f, object, "restrictArray", () => [constants.int(level)], node, nothing);
    return builtin();
  }
  const test = negated ? "isExtensibleArray" : "isRestrictedArray";
  const length = (): Operand[] => (negated ? [] : [lengthOf(f, object, node)]);
  return ask(f, object, test, () => [constants.int(level), ...length()], node, builtin);
}
