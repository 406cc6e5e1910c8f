/** What needs the names of properties when the program runs: `delete`, `for…in`, `Object.assign` and its like. */
import { constants, type Operand } from "../../graph/graph.ts";
import { nullPrototypeName } from "../../graph/well-known.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { emitLoopOver } from "../control/iteration.ts";
import type { Chain, FunctionContext } from "../functions/function-context.ts";
import { nameOfAccess } from "../tree/access-name.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { isInChain, receiverOf } from "../values/members.ts";
import { checkDelete, mayBeDefined } from "./defined-properties.ts";

export function deleteExpression(f: FunctionContext, node: ts.DeleteExpression): Operand {
  const target = skipErased(node.expression);
  const isAccess = tsc.isPropertyAccessExpression(target) || tsc.isElementAccessExpression(target);
  if (!isAccess || target.expression.kind === tsc.SyntaxKind.SuperKeyword) return f.refuse(node, "delete");
  if (!isInChain(target)) return deleteMember(f, node, target, undefined);
  return f.join((meet) => {
    const stop = f.builder.block();
    meet(deleteMember(f, node, target, { stop }));
    f.builder.sealAndStart(stop);
    meet(constants.bool(true));
  });
}

function deleteMember(
  f: FunctionContext,
  node: ts.DeleteExpression,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  chain: Chain | undefined,
): Operand {
  const object = receiverOf(f, target, chain);
  const name = nameOfAccess(target);
  const key =
    name === undefined
      ? f.expression((target as ts.ElementAccessExpression).argumentExpression)
      : constants.string(name);
  if (mayBeDefined(f, name))
    checkDelete(f, object, name === undefined ? { kind: "computed", key } : { kind: "name", name }, node);
  return f.emit("delete_property", [object, key], node);
}

/** `Object.assign(target, …sources)` */
export function assignCall(f: FunctionContext, node: ts.CallExpression): Operand {
  const [target = constants.undefined, ...sources] = node.arguments.map((one) =>
    tsc.isSpreadElement(one) ? f.refuse(one, "spreadCall") : f.expression(one),
  );
  for (const source of sources) f.emit("copy_properties", [target, source], node);
  return target;
}

/** `Object.fromEntries(entries)` */
export function fromEntriesCall(f: FunctionContext, node: ts.CallExpression): Operand {
  const [given] = node.arguments;
  const entries = given ? f.expression(given) : constants.undefined;
  const made = emptyObject(f, node);
  emitLoopOver(f, entries, node, (entry) => {
    const name = f.emit("get_index", [entry, constants.int(0)], node);
    const value = f.emit("get_index", [entry, constants.int(1)], node);
    f.emit("set_index", [made, name, value], node);
  });
  return made;
}

/** `Object.create(null)`; undefined for any other prototype. */
export function createCall(f: FunctionContext, node: ts.CallExpression): Operand | undefined {
  const [prototype] = node.arguments;
  if (node.arguments.length !== 1 || prototype?.kind !== tsc.SyntaxKind.NullKeyword) return undefined;
  return emptyObject(f, node, nullPrototypeName);
}

/** `{}` */
export function emptyObject(f: FunctionContext, node: ts.Node, displayName = "Object"): Operand {
  const info = f.translation.classOfLiteral(node, f.info, "literal", []);
  info.displayName = displayName;
  return f.emit("new_object", [], node, { class: info.name });
}
