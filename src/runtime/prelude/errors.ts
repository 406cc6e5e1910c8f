// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/**
 * The error classes of the language, and the functions that operations call whose checks fail.
 *
 * Part of every program. `stack` has no frames: the lines of an uncaught exception are printed from what the program
 * notes when it throws.
 */
export class Error {
  name = "Error";
  message: string;
  declare cause: unknown;

  constructor(message?: string, options?: { cause?: unknown }) {
    this.message = message === undefined ? "" : `${message}`;
    if (options !== undefined) this.cause = options.cause;
  }

  get stack(): string {
    return this.toString();
  }

  toString(): string {
    const name = this.name;
    const message = this.message;
    if (name === "") return message;
    if (message === "") return name;
    return `${name}: ${message}`;
  }
}

export class TypeError extends Error {
  override name = "TypeError";
}

export class RangeError extends Error {
  override name = "RangeError";
}

export class ReferenceError extends Error {
  override name = "ReferenceError";
}

export class SyntaxError extends Error {
  override name = "SyntaxError";
}

export class EvalError extends Error {
  override name = "EvalError";
}

export class URIError extends Error {
  override name = "URIError";
}

export function throwTypeError(message: string): never {
  throw new TypeError(message);
}

export function throwRangeError(message: string): never {
  throw new RangeError(message);
}

export function throwReferenceError(message: string): never {
  throw new ReferenceError(message);
}
