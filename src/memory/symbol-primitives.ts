/**
 * Symbols as the run-time makes and reads them (`Symbol` of graph/well-known.ts). Each function is one machine operation
 * or a few in a translated program; on Node they are Node's own.
 */
import type { Reference } from "./memory.ts";

const keys = new WeakMap<object, string>();

function symbolIn(given: Reference): symbol {
  const found: unknown = given;
  return (typeof found === "symbol" ? found : (found as { symbol: symbol }).symbol) as symbol;
}

/** A symbol of the program, as the run-time knows it. */
export function symbolOf(value: unknown): Reference {
  return value as Reference;
}

/** With the name that properties have for it. */
export function newSymbol(description: string, key: string): Reference {
  const made = { symbol: Symbol(description) };
  keys.set(made, key);
  return made as object as Reference;
}

export function hasDescription(symbol: Reference): boolean {
  return symbolIn(symbol).description !== undefined;
}

/** Of one that has one. */
export function symbolDescription(symbol: Reference): string {
  return symbolIn(symbol).description!;
}

/** Empty while it has none. */
export function symbolKey(symbol: Reference): string {
  return keys.get(symbol as object) ?? "";
}

export function setSymbolKey(symbol: Reference, key: string): void {
  keys.set(symbol as object, key);
}
