/** What `using` declarations ask of the values that they are given. A copy for each declaration. */

/** The method that disposes of a value where its variable's scope ends; undefined for null and undefined. */
export function disposerOf(value: any): any {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
  const method = value[Symbol.dispose];
  if (typeof method !== "function") throw new TypeError("Object not disposable.");
  return method;
}

/** What is thrown where disposing fails after something else has been thrown: what compilers for today's engines make. */
export function suppressingError(error: unknown, suppressed: unknown): Error {
  const made: any = new Error("An error was suppressed during disposal.");
  made.name = "SuppressedError";
  made.error = error;
  made.suppressed = suppressed;
  return made;
}
