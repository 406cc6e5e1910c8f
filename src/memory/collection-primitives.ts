/**
 * What a program asks of its collector. Translated, each function is an operation that the weaver knows, or a word of the
 * state; on Node it asks Node's collector, as far as that answers.
 */

/** A full collection. */
export function collectAll(): void {
  const collect: unknown = Reflect.get(globalThis, "gc");
  if (typeof collect === "function") collect();
}

/** From now on the object stays where it is; false where that cannot be. */
export function pinObject(_object: object): boolean {
  return true;
}

/** Grows when collections clear weak fields, and when they find objects that wait for a finalizer. */
export function weakDeaths(): number {
  return 0;
}

/** Collections so far, and how long they took. */
export function collectionCount(): number {
  return 0;
}

export function collectionNanoseconds(): number {
  return 0;
}
