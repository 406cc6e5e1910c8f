/** `super` in methods and accessors of object literals: the literal is kept where they find it, and what it inherits from is asked. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { thisContextOf } from "../tree/syntax-tree.ts";
import { newCell } from "../values/variables.ts";
import { alongChain, hasPrototypes, parentOf } from "./prototype-objects.ts";

/** The literal whose method or accessor holds a `super`. */
export function superLiteral(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  const context = thisContextOf(node);
  const literal = context.kind === "function" ? context.node.parent : undefined;
  return literal && tsc.isObjectLiteralExpression(literal) ? literal : undefined;
}

/** Before a literal is made: a cell for it, if a `super` in it asks. */
export function startHome(f: FunctionContext, literal: ts.ObjectLiteralExpression): Operand | undefined {
  const home = f.translation.names.homeVariables.get(literal);
  if (!home || !hasPrototypes(f)) return undefined;
  const cell = newCell(f, home, constants.undefined, true);
  f.builder.write(home, cell);
  return cell;
}

/** What is found for `super.name`; undefined where only `Object.prototype` may have it. */
export function superOfLiteral(
  f: FunctionContext,
  literal: ts.ObjectLiteralExpression,
  name: string,
  node: ts.Node,
): Operand {
  if (!hasPrototypes(f)) return constants.undefined;
  const { builder } = f;
  const cell = builder.read(f.translation.names.homeVariable(literal));
  const kept = f.emit("get_property", [cell], node, { name: "value" });
  // No method runs before the literal is made.
  const home = refined(f, kept, "not_undefined", { key: {}, holds: true, node });
  const parent = parentOf(f, home, node);
  return f.either(
    f.emit("loose_equal", [parent, constants.null], node),
    () => constants.undefined,
    () => {
      const known = refined(f, parent, "not_nullish", { key: {}, holds: true, node });
      return alongChain(f, known, parentOf(f, known, node), name, node);
    },
  );
}
