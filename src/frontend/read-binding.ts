import type { Operand } from "../graph/graph.ts";
import type { Binding } from "./bindings.ts";
import { classValue } from "./class-values.ts";
import { enumObject } from "./enums.ts";
import type { FunctionContext } from "./function-context.ts";
import type { ts } from "./typescript.ts";
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
