/** Symbols that a text stands for: `Symbol.for`. */
import type { Reference } from "../../memory/memory.ts";
import { newSymbol, symbolDescription } from "../../memory/symbol-primitives.ts";

const known: Reference[] = [];

/** The one symbol of a key. */
export function symbolFor(key: string): Reference {
  for (let i = 0; i < known.length; i++) {
    if (symbolDescription(known[i]!) === key) {
      return known[i]!;
    }
  }
  const made = newSymbol(key);
  known.push(made);
  return made;
}

/** It came from `symbolFor`. */
export function isRegistered(symbol: Reference): boolean {
  for (let i = 0; i < known.length; i++) {
    if (known[i] === symbol) {
      return true;
    }
  }
  return false;
}
