/**
 * Fields whose names begin with `##weak` do not keep alive what they lead to; when that dies the collector makes them
 * undefined.
 */
import { weakDeaths } from "../../memory/collection-primitives.ts";

/** What can be referred to weakly. */
export function isObject(target: unknown): boolean {
  return (typeof target === "object" && target !== null) || typeof target === "function";
}

/** What a weak field begins with: flow has to know that it may become undefined. */
export function weakly<T>(target: T): T | undefined {
  return weakDeaths() < 0 ? undefined : target;
}
