/** `super.m(…)` where the classes above have no `m`: the methods that every object inherits. */
import { wellKnownSymbols } from "../../graph/frames.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding } from "../names/bindings.ts";

export function superOfObject(
  f: FunctionContext,
  owner: ClassBinding,
  name: string,
  [self = constants.undefined, given = constants.undefined]: readonly Operand[],
  node: ts.Node,
): Operand | undefined {
  for (let at = owner.parent; at; at = at.parent) {
    const { methods, getters, fields } = at.info;
    if (at.module.prelude || methods.has(name) || getters.has(name)) return undefined;
    if (fields.some((one) => one.name === name)) return undefined;
  }
  if (extendsUnknown(owner)) return undefined;
  if (name === "valueOf") return self;
  if (name === "hasOwnProperty" || name === "propertyIsEnumerable")
    return f.emit("call_builtin", [self, given], node, { name: "Object.hasOwn" });
  return name === "toString" ? textOfObject(f, self, node) : undefined;
}

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
  const { builder } = f;
  const tag = f.emit("get_property", [self], node, { name: wellKnownSymbols.toStringTag });
  return f.join((meet) => {
    const [text, other] = [builder.block(), builder.block()];
    const kind = f.emit("typeof", [tag], node);
    builder.branch(f.emit("strict_equal", [kind, constants.string("string")], node), text, other);
    builder.sealAndStart(text);
    const shown = f.emit("to_string", [tag], node);
    meet(f.emit("concat", [constants.string("[object "), shown, constants.string("]")], node));
    builder.sealAndStart(other);
    meet(plain);
  });
}
