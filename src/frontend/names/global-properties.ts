/** Properties that a program itself gives to `globalThis` and the library: each is a variable that all modules share. */
import { constants } from "../../graph/graph.ts";
import type { ts } from "../checker/typescript.ts";
import type { Translation } from "../translation.ts";
import { nameOfAccess } from "../tree/access-name.ts";
import { isGlobalObject, libraryName } from "./library-names.ts";
import type { NameTable } from "./name-table.ts";

/** The variable for `globalThis.name` or `Object.name`, where Node has nothing of that name. */
export function globalProperty(
  { names, program }: Translation,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): string | undefined {
  const name = nameOfGlobal(names, node);
  if (name === undefined) return undefined;
  const initial = constants.undefined;
  if (!program.globals.has(name)) program.globals.set(name, { name, type: "any", initial, span: undefined });
  return name;
}

function nameOfGlobal(
  names: NameTable,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): string | undefined {
  const property = nameOfAccess(node);
  if (property === undefined) return undefined;
  if (isGlobalObject(names, node.expression))
    return property in globalThis ? undefined : `globalThis.${property}`;
  if (names.libraryAdditions.size === 0) return undefined;
  const name = `${libraryName(names, node.expression)}.${property}`;
  return names.libraryAdditions.has(name) ? name : undefined;
}
