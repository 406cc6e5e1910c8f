/**
 * Frames: what is left of a function's activation while it is suspended. A generator is the frame of its body. Fields
 * and methods with `#` cannot be named by programs.
 *
 *   #resume()               runs the body up to its next suspension; true if it has yielded, false if it has ended
 *   #value                  what it has yielded
 *   #returned               what it has returned
 *   #sent                   what `next` passes in
 *   #throwing, #thrown      `throw` asks the body to throw that where it is suspended
 *   #returning              `return` asks it to return `#returned`
 *   #state                  where it is suspended
 */
export const frameMember = {
  resume: "#resume",
  value: "#value",
  returned: "#returned",
  sent: "#sent",
  throwing: "#throwing",
  thrown: "#thrown",
  returning: "#returning",
  state: "#state",
} as const;

/** Numbers of states; those of suspensions that are not named here count from 1. */
export const frameState = { running: -2, finished: -1, start: 0 } as const;

/** Members that have a well-known symbol for a name. */
export const wellKnownSymbols = {
  iterator: "@@iterator",
  asyncIterator: "@@asyncIterator",
  toPrimitive: "@@toPrimitive",
  toStringTag: "@@toStringTag",
  hasInstance: "@@hasInstance",
  dispose: "@@dispose",
  asyncDispose: "@@asyncDispose",
} as const;

/** Iterators of the library that need no objects for their steps: goes on and says whether there is a value; the value. */
export const cursorMember = { advance: "##advance", value: "##value" } as const;

/**
 * Members that have a symbol of the program for a name: `@@`, what tells it from others, a colon, its description. The
 * names of well-known symbols have no colon.
 */
export function symbolName(origin: string, description: string): string {
  return `@@${origin.replaceAll(":", ".")}:${description}`;
}

export function isSymbolName(name: string): boolean {
  return name.startsWith("@@") && name.includes(":");
}

/** Names of what the translation itself adds to objects, and of members with well-known symbols: no properties. */
export function isHiddenName(name: string): boolean {
  return name.startsWith("#") || (name.startsWith("@@") && !name.includes(":"));
}

/** The method of a dictionary (runtime/prelude/dictionaries.ts) that an access by a written-out name calls. */
export function namedMethod(access: "get" | "set", name: string): string {
  return `##${access}${isHiddenName(name) ? "Hidden" : "Name"}`;
}

/** A property's name as messages show it. */
export function shownName(name: string): string {
  if (isSymbolName(name)) return `Symbol(${name.slice(name.indexOf(":") + 1)})`;
  return name.startsWith("@@") ? `Symbol(Symbol.${name.slice(2)})` : name;
}
