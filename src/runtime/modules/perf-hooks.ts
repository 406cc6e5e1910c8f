/** `perf_hooks`: the clock. */
import { now as clock } from "../../memory/system-services.ts";

class Performance {
  now(): number {
    return clock();
  }
}

export const performance = new Performance();

// What `import perf from "node:perf_hooks"` means.
export * as default from "./perf-hooks.ts";
