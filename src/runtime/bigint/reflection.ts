import type { Reference } from "../../memory/memory.ts";
import { toDecimal } from "./to-string.ts";

/** What a BigInt tells of itself, whatever is asked: its digits. Only programs that have BigInts need it. */
export function reflect(self: Reference, _what: number): unknown {
  return toDecimal(self);
}
