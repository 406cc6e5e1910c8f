// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** What `await using` declarations ask of the values that they are given. A copy for each declaration. */
import { disposerOf } from "./disposal.ts";
import { promiseReject } from "./promises.ts";

/** The method `[Symbol.asyncDispose]`; undefined for null, undefined and what has none. */
export function asyncDisposerOf(value: any): any {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
  return value[Symbol.asyncDispose];
}

/** The method to call: the asynchronous one, or else the other. */
export function anyDisposerOf(value: any, asyncDisposer: any): any {
  if (asyncDisposer === undefined) return disposerOf(value);
  if (typeof asyncDisposer !== "function") throw new TypeError("Object not disposable.");
  return asyncDisposer;
}

/** Disposes of a value and gives what is to be waited for: of a method that is not asynchronous nothing but its error. */
export function disposeAsync(value: any, method: any, isSync: boolean): any {
  if (!isSync) return method.call(value);
  try {
    method.call(value);
  } catch (error) {
    return promiseReject(error);
  }
  return undefined;
}

/** How far the disposals of a scope have come, as bits. */
const skippedOne = 1;

/**
 * How many turns a scope still waits when all is disposed of, after `waits` of them. On today's engines compilers write
 * the disposals as a chain of promises, each of which is resolved with the next: a turn for each.
 */
export function turnsLeft(state: number, waits: number): number {
  if (state !== skippedOne) return waits;
  return waits === 0 ? 1 : waits + 2;
}
