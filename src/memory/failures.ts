/** The language's own errors, thrown by the run-time; translated, a call of the prelude's function. */

export function throwTypeError(message: string): never {
  throw new TypeError(message);
}

/** Throws a RangeError that the program can catch. */
export function throwRangeError(message: string): never {
  throw new RangeError(message);
}
