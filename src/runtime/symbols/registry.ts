/** Symbols that a text stands for, and texts that stand for symbols. */
import type { Reference } from "../../memory/memory.ts";
import {
  hasDescription,
  newSymbol,
  setSymbolKey,
  symbolDescription,
  symbolKey,
} from "../../memory/symbol-primitives.ts";

/** Those of `Symbol.for`, and the well-known ones. */
const known: Reference[] = [];
let count = 0;

/** The one symbol of a description: under `key` its members are found. */
function sharedSymbol(key: string, description: string): Reference {
  for (let i = 0; i < known.length; i++) {
    if (symbolKey(known[i]!) === key) {
      return known[i]!;
    }
  }
  const made = newSymbol(description, key);
  known.push(made);
  return made;
}

export function symbolFor(text: string): Reference {
  return sharedSymbol(`@@for:${text}`, text);
}

/** `Symbol.iterator` is `wellKnown("iterator")`. */
export function wellKnown(name: string): Reference {
  return sharedSymbol(`@@${name}`, `Symbol.${name}`);
}

/** It came from `symbolFor`. */
export function isRegistered(symbol: Reference): boolean {
  return symbolKey(symbol).startsWith("@@for:");
}

/** The name that properties have for a symbol. */
export function keyOf(symbol: Reference): string {
  if (symbolKey(symbol).length === 0) {
    const description = hasDescription(symbol) ? symbolDescription(symbol) : "";
    setSymbolKey(symbol, `@@${count}:${description}`);
    count++;
  }
  return symbolKey(symbol);
}
