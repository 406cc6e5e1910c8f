/** `Object.defineProperty` and its like, and what describes properties. */
import { constants, type Operand } from "../../graph/graph.ts";
import { everyInstance, propertyClass } from "../../graph/well-known.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { emitLoopOver } from "../control/iteration.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { nameOperand, rawOf, storeRaw } from "./defined-properties.ts";
import { expressionKey, type PropertyKey, propertyKey } from "./property-keys.ts";

const parts = ["value", "get", "set", "writable", "enumerable", "configurable"] as const;

/** What a descriptor says, and whether it says it. */
type Descriptor = Readonly<Record<(typeof parts)[number], Operand>> & {
  readonly has: (part: "value" | "get" | "set") => Operand;
};

/** Undefined for calls of another form. */
export function defineCall(f: FunctionContext, name: string, node: ts.CallExpression): Operand | undefined {
  const [first, second, third] = node.arguments;
  if (!first || !second || node.arguments.some(tsc.isSpreadElement)) return undefined;
  const object = f.expression(first);
  if (name === "Object.defineProperty") {
    if (!third) return undefined;
    const key = expressionKey(f, second);
    defineOn(f, object, key, descriptorOf(f, third), node);
  } else defineAll(f, object, second, node);
  return object;
}

/** `Object.defineProperties(object, given)`, but for what is `done` otherwise. */
export function defineAll(
  f: FunctionContext,
  object: Operand,
  given: ts.Expression,
  node: ts.Node,
  done: (one: ts.PropertyAssignment) => boolean = () => false,
): void {
  const list = skipErased(given);
  const isWritten =
    tsc.isObjectLiteralExpression(list) && list.properties.every((one) => tsc.isPropertyAssignment(one));
  if (isWritten) {
    for (const one of list.properties as ts.NodeArray<ts.PropertyAssignment>)
      if (!done(one)) defineOn(f, object, propertyKey(f, one.name), descriptorOf(f, one.initializer), one);
    return;
  }
  const descriptors = f.expression(given);
  const names = f.emit("call_builtin", [descriptors], node, { name: "Object.keys" });
  emitLoopOver(f, names, node, (name) => {
    const one = f.emit("get_index", [descriptors, name], node);
    defineOn(f, object, { kind: "computed", key: name }, readDescriptor(f, one, node), node);
  });
}

function descriptorOf(f: FunctionContext, given: ts.Expression): Descriptor {
  const node = skipErased(given);
  const isWritten =
    tsc.isObjectLiteralExpression(node) &&
    node.properties.every(
      (one) => !tsc.isSpreadAssignment(one) && !tsc.isAccessor(one) && !tsc.isComputedPropertyName(one.name),
    );
  if (!isWritten) return readDescriptor(f, f.expression(given), given);
  const values = new Map<string, Operand>();
  for (const one of node.properties) {
    const name = one.name?.getText() ?? "";
    if (tsc.isPropertyAssignment(one)) values.set(name, f.expression(one.initializer));
    else if (tsc.isMethodDeclaration(one))
      values.set(name, f.syntax.functionValue(f, f.translation.names.functionOf(one)));
    else if (tsc.isShorthandPropertyAssignment(one)) values.set(name, f.expression(one.name));
  }
  return {
    ...partsBy((part) => values.get(part) ?? constants.undefined),
    has: (part) => constants.bool(values.has(part)),
  };
}

function partsBy(value: (part: string) => Operand): Readonly<Record<(typeof parts)[number], Operand>> {
  return Object.fromEntries(parts.map((part) => [part, value(part)])) as never;
}

function readDescriptor(f: FunctionContext, given: Operand, node: ts.Node): Descriptor {
  return {
    ...partsBy((name) => f.emit("get_property", [given], node, { name })),
    has: (part) => f.emit("has_property", [constants.string(part), given], node),
  };
}

/** Gives an object a property; a plain value where that is all it is. */
export function defineOn(
  f: FunctionContext,
  object: Operand,
  key: PropertyKey,
  descriptor: Descriptor,
  node: ts.Node,
): void {
  const [old, exists] = placeOf(f, object, key, node);
  const { value, get, set, writable, enumerable, configurable, has } = descriptor;
  const given = [object, value, get, set, has("value"), has("get"), has("set")];
  const property = f.emit("new", given, node, { class: propertyClass });
  f.emit("call_method", [property, writable, enumerable, configurable], node, { name: "##attributes" });
  const name = f.emit("to_string", [nameOperand(key)], node);
  const over = [property, name, old, exists, restriction(f, object, node)];
  const isPlain = f.emit("call_method", over, node, { name: "##over" });
  f.either(
    isPlain,
    () => {
      storeRaw(f, object, key, f.emit("get_property", [property], node, { name: "##value" }), node);
      return constants.undefined;
    },
    () => {
      storeRaw(f, object, key, property, node);
      return constants.undefined;
    },
  );
}

/** An accessor of a literal, as a property. */
export function accessorDescriptor(getter: Operand | undefined, setter: Operand | undefined): Descriptor {
  const given: Record<string, Operand | undefined> = { get: getter, set: setter };
  return {
    ...partsBy(
      (part) =>
        given[part] ??
        (/able$/.test(part) && part !== "writable" ? constants.bool(true) : constants.undefined),
    ),
    has: (part) => constants.bool(given[part] !== undefined),
  };
}

/** 0 for an object that gets new properties, 1 for one that gets none, 2 sealed, 3 frozen; arrays and functions are not asked. */
function restriction(f: FunctionContext, object: Operand, node: ts.Node): Operand {
  if (!f.translation.defined.restricts) return constants.int(0);
  const isFunction = f.emit("instance_of", [object], node, { class: everyInstance.function });
  const where = (test: string, rank: number, otherwise: () => Operand): Operand =>
    f.either(f.emit("call_builtin", [object], node, { name: test }), () => constants.int(rank), otherwise);
  return f.either(
    isFunction,
    () => constants.int(0),
    () =>
      where("Array.isArray", 0, () =>
        where("Object.isExtensible", 0, () =>
          where("Object.isFrozen", 3, () => where("Object.isSealed", 2, () => constants.int(1))),
        ),
      ),
  );
}

const describer = "node.property-descriptors.describe";

/** `Object.getOwnPropertyDescriptor(object, name)` */
export function describeCall(f: FunctionContext, node: ts.CallExpression): Operand | undefined {
  const [first, second] = node.arguments;
  const target = f.translation.preludeFunctionNamed(describer);
  if (!first || !second || node.arguments.some(tsc.isSpreadElement) || !target) return undefined;
  const object = f.expression(first);
  const key = expressionKey(f, second);
  const found = [...placeOf(f, object, key, node), restriction(f, object, node)];
  return f.emit("call", found, node, { function: target.name });
}

/** What stands under a name, and whether anything does. */
function placeOf(f: FunctionContext, object: Operand, key: PropertyKey, node: ts.Node): [Operand, Operand] {
  const raw = rawOf(f, object, key, node);
  return [raw, f.emit("call_builtin", [object, nameOperand(key)], node, { name: "Object.hasOwn" })];
}

/** `object.propertyIsEnumerable(name)` */
export function listedCall(f: FunctionContext, object: Operand, name: ts.Expression, node: ts.Node): Operand {
  const target = f.translation.preludeFunctionNamed("node.property-descriptors.isListed");
  if (!target) return constants.undefined;
  return f.emit("call", placeOf(f, object, expressionKey(f, name), node), node, { function: target.name });
}
