/** Names of members that stand for symbols of the program (graph/frames.ts) are Node's own symbols here. */
import { isSymbolName, wellKnownSymbols } from "../../../graph/frames.ts";

/** Those that Node itself asks for. */
const symbols = new Map<string, symbol>([
  [wellKnownSymbols.toPrimitive, Symbol.toPrimitive],
  [wellKnownSymbols.toStringTag, Symbol.toStringTag],
]);

/** The key under which Node's objects have a member. */
export function memberKey(name: string): string | symbol {
  let known = symbols.get(name);
  if (!known) {
    if (!isSymbolName(name)) return name;
    const description = name.slice(name.indexOf(":") + 1);
    known = name.startsWith("@@for:")
      ? Symbol.for(description)
      : Symbol(description === "" ? undefined : description);
    symbols.set(name, known);
  }
  return known;
}

/** Constants of names come here as texts. */
export function keyOf(given: unknown): PropertyKey {
  return typeof given === "string" ? memberKey(given) : (given as PropertyKey);
}

/** `Symbol(description)`; a constant of a module has the name of its members. */
export function newSymbol(description: unknown, name?: string): symbol {
  return name === undefined ? Symbol(description as string) : (memberKey(name) as symbol);
}

/** What a copy takes over. */
export function ownKeys(object: object): PropertyKey[] {
  return Reflect.ownKeys(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key));
}
