/** `heddle/gc` on Node: src/runtime/modules/gc.ts says what each function means. Finalizers are not called. */
import { PerformanceObserver } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The name of the method that is an object's finalizer. */
export const finalizer: unique symbol = Symbol("heddle.finalizer");

setFlagsFromString("--expose-gc");
const collectAll: () => void = runInNewContext("gc");

let collections = 0;
let milliseconds = 0;
const observer = new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    collections += 1;
    milliseconds += one.duration;
  }
});
observer.observe({ entryTypes: ["gc"] });

export function collect(): void {
  collectAll();
}

export function runFinalizers(): number {
  return 0;
}

export function stats(): { readonly collections: number; readonly milliseconds: number } {
  return { collections, milliseconds };
}

export function pin(_object: object): boolean {
  return true;
}

const hashes = new WeakMap<object, number>();
let lastHash = 0;

export function identityHash(object: object): number {
  let hash = hashes.get(object);
  if (hash === undefined) {
    lastHash += 1;
    hash = lastHash;
    hashes.set(object, hash);
  }
  return hash;
}

export * as default from "./gc-on-node.ts";
