/** Errors know the place where they were made: the one frame of their `stack`. */
import { constants, type Operand } from "../../graph/graph.ts";
import { printSpan } from "../../source/span.ts";
import { spanOf } from "../checker/spans.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { ClassBinding } from "../names/bindings.ts";

/** Notes in what `new` made where that was, if its class is one of errors. */
export function placeError(f: FunctionContext, made: Operand, of: ClassBinding, node: ts.Node): Operand {
  const root = f.translation.preludeClass("Error");
  if (!root || f.info.module.prelude) return made;
  let ancestor: ClassBinding | undefined = of;
  while (ancestor && ancestor !== root) ancestor = ancestor.parent;
  return ancestor ? placeMadeError(f, made, node) : made;
}

/** Notes in an error where it was made. */
export function placeMadeError(f: FunctionContext, made: Operand, node: ts.Node): Operand {
  const root = f.translation.preludeClass("Error");
  const place = constants.string(framePlace(f.info.displayName, printSpan(spanOf(node))));
  if (root) f.emit("define_field", [made, place], node, { class: root.name, name: "#madeAt" });
  return made;
}

/** What stands after `at`: functions without a name, and modules, show the place alone. */
function framePlace(name: string, place: string): string {
  return name === "module" || name === "anonymous" ? place : `${name} (${place})`;
}
