/** Properties that a program itself gives to `globalThis`: each is a variable that all modules share. */
import { constants } from "../../graph/graph.ts";
import type { ts } from "../checker/typescript.ts";
import type { Translation } from "../translation.ts";
import { nameOfAccess } from "../tree/access-name.ts";
import { isGlobalObject } from "./library-names.ts";

/** The variable for `globalThis.name`, where Node has nothing of that name. */
export function globalProperty(
  { names, program }: Translation,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): string | undefined {
  const property = nameOfAccess(node);
  if (!isGlobalObject(names, node.expression) || property === undefined || property in globalThis)
    return undefined;
  const name = `globalThis.${property}`;
  const initial = constants.undefined;
  if (!program.globals.has(name)) program.globals.set(name, { name, type: "any", initial, span: undefined });
  return name;
}
