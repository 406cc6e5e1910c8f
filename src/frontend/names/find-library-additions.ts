/** What programs give to objects of the library: `Object.extend = function …`, `Math.clamp = …`. */
import { type ts, tsc } from "../checker/typescript.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { libraryName } from "./library-names.ts";
import type { NameTable } from "./name-table.ts";

/** Finds the names that Node has nothing under. */
export function findLibraryAdditions(names: NameTable): void {
  const visit = (node: ts.Node): void => {
    if (tsc.isBinaryExpression(node) && /^(\|\||&&|\?\?)?=$/.test(node.operatorToken.getText())) {
      const name = libraryName(names, skipErased(node.left));
      if (name !== undefined && isNew(name)) names.libraryAdditions.add(name);
    }
    tsc.forEachChild(node, visit);
  };
  for (const { file, prelude } of names.modules.values())
    if (!prelude && /\b[A-Z]\w*(\s+as\s+any\s*\))?\.\w+\s*[|&?]*=[^=]/.test(file.text)) visit(file);
}

/** `Class.name` or `Math.name`, which Node does not have. */
function isNew(name: string): boolean {
  const [owner, property, ...more] = name.split(".") as [string, ...string[]];
  if (!/^[A-Z]/.test(owner) || property === undefined || more.length > 0) return false;
  const value: unknown = Reflect.get(globalThis, owner);
  return value !== undefined && !(property in Object(value));
}
