import type { Operand } from "../../graph/graph.ts";
import type { ts } from "../checker/typescript.ts";
import { classValue } from "../classes/class-values.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { Binding } from "../names/bindings.ts";
import { enumObject } from "./enums.ts";
import { readFunction, readVariable } from "./variables.ts";

/** The value of what a name means. */
export function readBinding(f: FunctionContext, binding: Binding, node: ts.Node): Operand {
  switch (binding.kind) {
    case "local":
    case "global":
      return readVariable(f, binding, node);
    case "function-binding":
      return readFunction(f, binding, node);
    case "class":
      return classValue(f, binding, node);
    case "enum":
      return enumObject(f, binding, node);
  }
}
