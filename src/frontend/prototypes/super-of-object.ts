/** `super.m(…)` where the classes above have no `m`: the methods that every object inherits. */
import { wellKnownSymbols } from "../../graph/frames.ts";
import { type Attribute, constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding } from "../names/bindings.ts";

export function superOfObject(
  f: FunctionContext,
  owner: ClassBinding,
  name: string,
  operands: readonly Operand[],
  node: ts.Node,
): Operand | undefined {
  for (let at = owner.parent; at; at = at.parent) {
    const { methods, getters, fields } = at.info;
    if (at.module.prelude || methods.has(name) || getters.has(name)) return undefined;
    if (fields.some((one) => one.name === name)) return undefined;
  }
  return extendsUnknown(owner) ? undefined : callOfObject(f, name, operands, node);
}

/** What a method does that every object inherits, if `name` is one. */
export function callOfObject(
  f: FunctionContext,
  name: string,
  [self = constants.undefined, given = constants.undefined]: readonly Operand[],
  node: ts.Node,
): Operand | undefined {
  if (name === "valueOf") return self;
  if (name === "hasOwnProperty" || name === "propertyIsEnumerable")
    return f.emit("call_builtin", [self, given], node, { name: "Object.hasOwn" });
  return name === "toString" ? textOfObject(f, self, node) : undefined;
}

/** A call of what was found under a name, or else of what every object has there; the first operand is `this`. */
export function callFound(
  f: FunctionContext,
  found: Operand,
  name: string,
  operands: Operand[],
  attributes: Record<string, Attribute>,
  node: ts.Node,
): Operand {
  const call = (): Operand => f.emit("call_value", [found, ...operands], node, { self: true, ...attributes });
  if (attributes.spread || !methodsOfObject.has(name)) return call();
  return f.either(
    f.emit("strict_equal", [found, constants.undefined], node),
    () => callOfObject(f, name, operands, node) ?? call(),
    call,
  );
}

const methodsOfObject: ReadonlySet<string> = new Set([
  "valueOf",
  "toString",
  "hasOwnProperty",
  "propertyIsEnumerable",
]);

/** What is said of the parent is an error already. */
function extendsUnknown(owner: ClassBinding): boolean {
  let last = owner;
  while (last.parent) last = last.parent;
  return (
    last.declaration.heritageClauses?.some((one) => one.token === tsc.SyntaxKind.ExtendsKeyword) ?? false
  );
}

/** `[object Tag]`, of a tag that is a text. */
function textOfObject(f: FunctionContext, self: Operand, node: ts.Node): Operand {
  const plain = constants.string("[object Object]");
  if (!f.translation.names.memberNames.has("[Symbol.toStringTag]")) return plain;
  const tag = f.emit("get_property", [self], node, { name: wellKnownSymbols.toStringTag });
  const kind = f.emit("typeof", [tag], node);
  return f.either(
    f.emit("strict_equal", [kind, constants.string("string")], node),
    () => {
      const shown = f.emit("to_string", [tag], node);
      return f.emit("concat", [constants.string("[object "), shown, constants.string("]")], node);
    },
    () => plain,
  );
}
