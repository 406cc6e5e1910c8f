import type { Reference } from "../../memory/memory.ts";
import { hasDescription, symbolDescription } from "../../memory/symbol-primitives.ts";

/** `Symbol(description)`. */
export function symbolText(symbol: Reference): string {
  return hasDescription(symbol) ? `Symbol(${symbolDescription(symbol)})` : "Symbol()";
}
