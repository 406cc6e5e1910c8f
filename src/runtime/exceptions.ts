import { reflectKind } from "../memory/value-primitives.ts";
import { errorHeading } from "./inspect/errors.ts";
import { inspect } from "./inspect/inspect.ts";
import { errorKind } from "./inspect/kinds.ts";
import { isObject } from "./inspect/objects.ts";
import { writeUncaught } from "./output/trace.ts";

/** Tells on standard error what was thrown and not caught, and the places that it passed. */
export function reportUncaught(thrown: unknown): void {
  writeUncaught(isError(thrown) ? errorHeading(thrown) : inspect(thrown));
}

function isError(value: unknown): boolean {
  return isObject(value) && reflectKind(value) === errorKind;
}
