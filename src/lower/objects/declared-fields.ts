import { ancestors, type ClassInfo } from "../../graph/program.ts";
import type { Context } from "../context.ts";

/** A class's declared fields are properties from its constructor on, whatever they hold. */
export function isDeclared(context: Context, info: ClassInfo, field: string): boolean {
  for (const one of ancestors(context.source, info.name)) {
    const initialize = context.source.functions.get(one.methods.get("constructor") ?? "");
    for (const { operations } of initialize?.blocks ?? [])
      if (operations.some((op) => op.op === "define_field" && op.attributes.name === field)) return true;
  }
  return false;
}
