import { reflectKind } from "../memory/value-primitives.ts";
import { errorHeading } from "./inspect/errors.ts";
import { inspect } from "./inspect/inspect.ts";
import { errorKind } from "./inspect/kinds.ts";
import { writeUncaught } from "./output/trace.ts";

/** Tells on standard error what was thrown and not caught, and the places that it passed. */
export function reportUncaught(thrown: unknown): void {
  writeUncaught(isError(thrown) ? errorHeading(thrown) : inspect(thrown));
}

function isError(value: unknown): boolean {
  if (value === undefined || value === null || typeof value === "string") {
    return false;
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return false;
  }
  return reflectKind(value) === errorKind;
}
