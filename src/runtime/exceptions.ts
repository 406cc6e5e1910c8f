import { reflectKind } from "../memory/value-primitives.ts";
import { errorHeading } from "./inspect/errors.ts";
import { inspect } from "./inspect/inspect.ts";
import { errorKind } from "./inspect/kinds.ts";
import { writeTrace } from "./output/trace.ts";
import { writeText } from "./output/write.ts";

/** Tells on standard error what was thrown and not caught, and the places that it passed. */
export function reportUncaught(thrown: unknown): void {
  writeText(2, "Uncaught ");
  writeText(2, isError(thrown) ? errorHeading(thrown) : inspect(thrown));
  writeText(2, "\n");
  writeTrace();
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
