/** `Object.create`, `Object.getPrototypeOf`, `Object.setPrototypeOf`. */
import type { Operand } from "../graph/graph.ts";
import type { FunctionContext } from "./function-context.ts";
import { propertyKey } from "./literals.ts";
import {
  changeParent,
  hasPrototypes,
  hidden,
  knownParent,
  objectInheriting,
  someObject,
} from "./prototype-objects.ts";
import { keepsPrototype } from "./prototypes-needed.ts";
import { skipErased } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";

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
  return !second || describe(f, made, skipErased(second)) ? made : f.refuse(second, "proxy", "Object.create");
}

/** `{ name: { value: …, enumerable: true } }`: properties that are written out; of hidden ones only the constructor. */
function describe(f: FunctionContext, made: Operand, given: ts.Expression): boolean {
  if (!tsc.isObjectLiteralExpression(given)) return false;
  return given.properties.every((one) => {
    if (!tsc.isPropertyAssignment(one)) return false;
    const key = propertyKey(f, one.name);
    const described = skipErased(one.initializer);
    if (key.kind !== "name" || !tsc.isObjectLiteralExpression(described)) return false;
    const part = (name: string): ts.Expression | undefined => {
      const found = described.properties.find((each) => each.name?.getText() === name);
      return found && tsc.isPropertyAssignment(found) ? skipErased(found.initializer) : undefined;
    };
    const value = part("value");
    const isListed = part("enumerable")?.kind === tsc.SyntaxKind.TrueKeyword;
    if (!value || !(isListed || key.name === "constructor")) return false;
    const name = isListed ? key.name : hidden.constructor;
    f.emit("set_property", [made, f.expression(value)], one, { name });
    return true;
  });
}
