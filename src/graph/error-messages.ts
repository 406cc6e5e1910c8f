/** Messages of errors that V8 throws, for those who throw them at different levels. */

export type Nullish = "undefined" | "null";

/** A value without a name. */
const unnamed: Readonly<Record<Nullish, string>> = { undefined: "undefined", null: "object null" };

/** A pattern takes null or undefined apart: `pattern` is its text, `name` the property that it reads first. */
export function cannotDestructure(pattern: string, name: string, which: Nullish): string {
  const property = name === "" ? "" : `property '${name}' of `;
  return `Cannot destructure ${property}'${pattern === "" ? unnamed[which] : pattern}' as it is ${which}.`;
}

/** Null or undefined is iterated. */
export function notIterable(shown: string | undefined, which: Nullish): string {
  if (shown !== undefined) return `${shown} is not iterable`;
  return `${unnamed[which]} is not iterable (cannot read property Symbol(Symbol.iterator))`;
}

/** The last arguments of a call are spread out of what cannot be iterated; `shown` is its text. */
export function cannotSpread(shown: string, which: Nullish | undefined): string {
  if (which !== undefined) return `${shown} is not iterable (cannot read property ${which})`;
  return "Spread syntax requires ...iterable[Symbol.iterator] to be a function";
}
