/**
 * What a hash table asks of its keys, which may be of any kind. Translated, what each function does follows from what
 * flow knows of the key; on Node it looks at the value.
 */

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** 32 bits that keys share which `sameKey` holds for one. */
export function hashKey(key: unknown): number {
  if (typeof key === "object" && key !== null) return identityOf(key);
  if (typeof key === "function") return identityOf(key);
  if (typeof key === "number") return Number.isSafeInteger(key) ? (key ^ Math.floor(key / 2 ** 32)) >>> 0 : 7;
  if (typeof key === "string") return hashText(key);
  return key === true ? 1 : key === false ? 2 : key === null ? 3 : 4;
}

function identityOf(object: object): number {
  const known = identities.get(object);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(object, lastIdentity);
  return lastIdentity;
}

function hashText(text: string): number {
  let bits = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  return bits >>> 0;
}

/** The array index that a text is, -1 if it is none. */
export function indexOfText(text: string): number {
  const index = Number(text);
  return String(index >>> 0) === text && index < 4294967295 ? index : -1;
}

/** Objects inherit something under this name. */
export function isInheritedName(text: string): boolean {
  return text in Object.prototype;
}

/** Ends a program that asks an object for what it inherits by a computed name. */
export function stopAtName(text: string): never {
  throw new Error(`the property ${text} of every object, by a computed name`);
}

/** SameValueZero, of keys among which no -0 is. */
export function sameKey(a: unknown, b: unknown): boolean {
  return Object.is(a, b);
}

/**
 * Gives an object without properties these: it shares the list of names, and the slots that lead to them, with others
 * until it gets a further one.
 */
export function adoptProperties(object: unknown, names: string[], _slots: number[], values: unknown[]): void {
  for (let i = 0; i < names.length; i++) (object as Record<string, unknown>)[names[i]!] = values[i];
}
