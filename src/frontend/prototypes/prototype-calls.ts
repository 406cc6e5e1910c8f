/** `Object.create`, `Object.getPrototypeOf`, `Object.setPrototypeOf`. */
import type { Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { defineAll } from "../properties/define-calls.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import {
  changeParent,
  hasPrototypes,
  hidden,
  knownParent,
  objectInheriting,
  someObject,
} from "./prototype-objects.ts";
import { keepsPrototype } from "./prototypes-needed.ts";

/** Undefined where the program's prototypes are no objects. */
export function prototypeCall(
  f: FunctionContext,
  name: string,
  node: ts.CallExpression,
): Operand | undefined {
  const [first, second] = node.arguments;
  if (!first || node.arguments.some(tsc.isSpreadElement)) return undefined;
  if (name === "Object.setPrototypeOf" && second && keepsPrototype(f.translation.names, first, second))
    return f.expression(first);
  if (!hasPrototypes(f)) return undefined;
  // An object that inherits nothing is another kind of object from the start.
  const given = name === "Object.create" ? first : second;
  if (given?.kind === tsc.SyntaxKind.NullKeyword) return undefined;
  if (name === "Object.getPrototypeOf") return knownParent(f, f.expression(first), node);
  if (name === "Object.setPrototypeOf") {
    const object = f.expression(first);
    if (!second) return undefined;
    changeParent(f, object, someObject(f, f.expression(second), node), node);
    return object;
  }
  const parent = someObject(f, f.expression(first), node);
  const made = objectInheriting(f, parent, node);
  if (second) defineAll(f, made, second, node, (one) => describesConstructor(f, made, one));
  return made;
}

/** `constructor: { value: F }`: printing names it. */
function describesConstructor(f: FunctionContext, made: Operand, one: ts.PropertyAssignment): boolean {
  const described = skipErased(one.initializer);
  if (one.name.getText() !== "constructor" || !tsc.isObjectLiteralExpression(described)) return false;
  const part = (name: string): ts.Expression | undefined => {
    const found = described.properties.find((each) => each.name?.getText() === name);
    return found && tsc.isPropertyAssignment(found) ? skipErased(found.initializer) : undefined;
  };
  const value = part("value");
  if (!value || part("enumerable")?.kind === tsc.SyntaxKind.TrueKeyword) return false;
  f.emit("set_property", [made, f.expression(value)], one, { name: hidden.constructor });
  return true;
}
