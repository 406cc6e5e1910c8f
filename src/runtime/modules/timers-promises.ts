// biome-ignore-all lint/style/noDefaultExport: as Node has it.
/** `timers/promises`: the timers as promises. */
import { setImmediate as startImmediate, setTimeout as startTimeout } from "../prelude/timers.ts";

export function setTimeout<T = void>(delay?: number, value?: T): Promise<T> {
  return new Promise((resolve) => startTimeout(() => resolve(value as T), delay));
}

export function setImmediate<T = void>(value?: T): Promise<T> {
  return new Promise((resolve) => startImmediate(() => resolve(value as T)));
}

export async function* setInterval<T = void>(delay?: number, value?: T): AsyncGenerator<T> {
  for (;;) {
    await setTimeout(delay);
    yield value as T;
  }
}

// What `import timers from "node:timers/promises"` means.
export * as default from "./timers-promises.ts";
