// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/**
 * The error classes of the language, and the functions that operations call whose checks fail.
 *
 * Part of every program. `stack` has one frame, where the error was made (docs/decisions/error-stacks.md); the others
 * are printed, where an exception is not caught, from what the program notes when it throws.
 */
import { stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";

/** Stands for a stack that is not there. */
const noStack = "\u0000";

export class Error {
  message: string;
  declare cause: unknown;
  /** `f (file.ts:3:9)`: written after the constructor by whoever made it. */
  #madeAt = "<anonymous>";
  /** What `stack` was when it was first asked for, or was set to. */
  #shownStack: string | undefined = undefined;
  /** The own `name`, if it was assigned: otherwise it is that of the class's prototype. */
  #ownName: string | undefined = undefined;

  constructor(message?: string, options?: { cause?: unknown }) {
    this.message = message === undefined ? "" : `${message}`;
    if (options !== undefined) this.cause = options.cause;
  }

  static nameOf(error: Error, inherited: string): string {
    const name = error.#ownName;
    return name === undefined ? inherited : name;
  }

  static setName(error: Error, name: string): void {
    error.#ownName = name;
  }

  /** The place where the error was made stands: what is left out on Node are frames that are not shown here anyway. */
  static captureStackTrace(target: unknown, _after?: unknown): void {
    if (target instanceof Error) target.#shownStack = undefined;
    else stop(unsupportedStop, "Error.captureStackTrace of what is no error");
  }

  /** What inherits from `Error.prototype` alone has no stack until one is captured or assigned. */
  static forgetStack(error: Error): void {
    error.#shownStack = noStack;
  }

  static inheritedStack(error: Error): string | undefined {
    const shown = error.#shownStack;
    if (shown === noStack) return undefined;
    return shown === undefined ? Error.stackOf(error) : shown;
  }

  /** Made when it is first asked for, and then kept. */
  static stackOf(error: Error): string {
    const made = `${error.toString()}\n    at ${error.#madeAt}`;
    error.#shownStack = made;
    return made;
  }

  /** Checks that fail make errors too: `at` is their place. */
  static placed(error: Error, at: string): Error {
    error.#madeAt = at;
    return error;
  }

  get name(): string {
    return Error.nameOf(this, "Error");
  }

  set name(name: string) {
    Error.setName(this, name);
  }

  get stack(): string {
    const shown = this.#shownStack;
    return shown === undefined ? Error.stackOf(this) : shown;
  }

  set stack(text: string) {
    this.#shownStack = text;
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
  override get name(): string {
    return Error.nameOf(this, "TypeError");
  }

  override set name(name: string) {
    Error.setName(this, name);
  }
}

export class RangeError extends Error {
  override get name(): string {
    return Error.nameOf(this, "RangeError");
  }

  override set name(name: string) {
    Error.setName(this, name);
  }
}

export class ReferenceError extends Error {
  override get name(): string {
    return Error.nameOf(this, "ReferenceError");
  }

  override set name(name: string) {
    Error.setName(this, name);
  }
}

export class SyntaxError extends Error {
  override get name(): string {
    return Error.nameOf(this, "SyntaxError");
  }

  override set name(name: string) {
    Error.setName(this, name);
  }
}

export class EvalError extends Error {
  override get name(): string {
    return Error.nameOf(this, "EvalError");
  }

  override set name(name: string) {
    Error.setName(this, name);
  }
}

export class URIError extends Error {
  override get name(): string {
    return Error.nameOf(this, "URIError");
  }

  override set name(name: string) {
    Error.setName(this, name);
  }
}

export function throwTypeError(message: string, at: string): never {
  throw Error.placed(new TypeError(message), at);
}

export function throwRangeError(message: string, at: string): never {
  throw Error.placed(new RangeError(message), at);
}

export function throwSyntaxError(message: string, at: string): never {
  throw Error.placed(new SyntaxError(message), at);
}

export function throwReferenceError(message: string, at: string): never {
  throw Error.placed(new ReferenceError(message), at);
}
