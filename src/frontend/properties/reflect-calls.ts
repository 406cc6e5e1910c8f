/** `Reflect.*`: operators and functions of objects under other names. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { prototypeCall } from "../prototypes/prototype-calls.ts";
import { constructValue, hasInherited, hasPrototypes } from "../prototypes/prototype-objects.ts";
import { getProperty } from "../values/members.ts";
import { describeCall } from "./define-calls.ts";
import { mayBeDefined, nameOperand, valueIn } from "./defined-properties.ts";
import { expressionKey } from "./property-keys.ts";

type Reflected = (
  f: FunctionContext,
  args: readonly ts.Expression[],
  node: ts.CallExpression,
) => Operand | undefined;

/** Where some property may refuse to be written, assignment throws and `Reflect.set` gives false. */
function mayRefuse(f: FunctionContext): boolean {
  const { defined, names } = f.translation;
  const hasAccessors = [...names.functions.values()].some(
    ({ node, module }) => !module.prelude && tsc.isAccessor(node),
  );
  return defined.restricts || defined.some || hasAccessors;
}

/** `object[key]`, the key evaluated behind the object. */
function read(f: FunctionContext, object: Operand, given: ts.Expression, node: ts.CallExpression): Operand {
  const key = expressionKey(f, given);
  if (key.kind === "name") return getProperty(f, object, key.name, node);
  const raw = f.emit("get_index", [object, key.key], node);
  return mayBeDefined(f, undefined) ? valueIn(f, object, raw, node) : raw;
}

const functions: Readonly<Record<string, Reflected>> = {
  has(f, [object, name], node) {
    if (!object || !name) return undefined;
    const target = f.expression(object);
    const key = nameOperand(expressionKey(f, name));
    const chain = hasPrototypes(f) ? f.translation.preludeFunctionNamed(hasInherited) : undefined;
    return chain
      ? f.emit("call", [key, target], node, { function: chain.name })
      : f.emit("has_property", [key, target], node);
  },
  get(f, [object, name, receiver], node) {
    return object && name && !receiver ? read(f, f.expression(object), name, node) : undefined;
  },
  set(f, [object, name, value, receiver], node) {
    if (!object || !name || !value || receiver || mayRefuse(f)) return undefined;
    const target = f.expression(object);
    const key = expressionKey(f, name);
    const given = f.expression(value);
    if (key.kind === "name") f.emit("set_property", [target, given], node, { name: key.name });
    else f.emit("set_index", [target, key.key, given], node);
    return constants.bool(true);
  },
  deleteProperty(f, [object, name], node) {
    if (!object || !name || mayRefuse(f)) return undefined;
    const target = f.expression(object);
    return f.emit("delete_property", [target, nameOperand(expressionKey(f, name))], node);
  },
  ownKeys(f, [object], node) {
    // Symbols would be among them.
    if (!object || f.translation.defined.symbols) return undefined;
    return f.emit("call_builtin", [f.expression(object)], node, { name: "Object.getOwnPropertyNames" });
  },
  apply(f, [callee, self, list], node) {
    if (!callee || !self || !list) return undefined;
    const operands = [f.expression(callee), f.expression(self), f.expression(list)];
    return f.emit("call_value", operands, node, { self: true, spread: true });
  },
  construct(f, [callee, list, target], node) {
    if (!callee || !list || target) return undefined;
    const made = f.expression(callee);
    const given = f.expression(list);
    const plain = (): Operand => f.emit("new_value", [made, given], node, { spread: true });
    if (!hasPrototypes(f)) return plain();
    return constructValue(f, made, node, {
      plain,
      run: (self) => f.emit("call_value", [made, self, given], node, { self: true, spread: true }),
    });
  },
  getPrototypeOf: (f, _args, node) => prototypeCall(f, "Object.getPrototypeOf", node),
  getOwnPropertyDescriptor: (f, _args, node) => describeCall(f, node),
  isExtensible(f, [object], node) {
    return object && f.emit("call_builtin", [f.expression(object)], node, { name: "Object.isExtensible" });
  },
};

/** Undefined for what is not supported. */
export function reflectCall(f: FunctionContext, name: string, node: ts.CallExpression): Operand | undefined {
  const own = name.startsWith("Reflect.") ? functions[name.slice("Reflect.".length)] : undefined;
  return node.arguments.some(tsc.isSpreadElement) ? undefined : own?.(f, node.arguments, node);
}
