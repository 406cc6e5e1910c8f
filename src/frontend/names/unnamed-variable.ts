/** Variables that are not written in the source. */
import type { ts } from "../checker/typescript.ts";
import type { FunctionInfo, LocalVariable } from "./bindings.ts";

/** A constant that no name in the source stands for. */
export function unnamedVariable(
  name: string,
  declaration: ts.Node,
  owner: FunctionInfo,
  storage: LocalVariable["storage"],
): LocalVariable {
  return {
    kind: "local",
    name,
    declaration,
    owner,
    scope: declaration,
    constant: true,
    initialisedAt: -1,
    accesses: [],
    storage,
    early: false,
    checked: false,
    perIteration: false,
    cellClass: undefined,
  };
}
