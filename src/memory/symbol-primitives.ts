/**
 * Symbols as the run-time makes and reads them (`Symbol` of graph/well-known.ts). Each function is one machine operation
 * or a few in a translated program; on Node they are Node's own.
 */
import type { Reference } from "./memory.ts";

function symbolIn(given: Reference): symbol {
  return given as unknown as symbol;
}

/** A symbol of the program, as the run-time knows it. */
export function symbolOf(value: unknown): Reference {
  return value as Reference;
}

export function newSymbol(description: string): Reference {
  return Symbol(description) as unknown as Reference;
}

export function hasDescription(symbol: Reference): boolean {
  return symbolIn(symbol).description !== undefined;
}

/** Of one that has one. */
export function symbolDescription(symbol: Reference): string {
  return symbolIn(symbol).description!;
}
