/** `heddle/debug` on Node: src/runtime/modules/debug.ts says what it means. Node's own profilers show marks. */
import { performance } from "node:perf_hooks";
import { writeHeapSnapshot } from "node:v8";

export function phase(name: string): void {
  performance.mark(name);
}

export function heapSnapshot(file: string): boolean {
  return writeHeapSnapshot(file) === file;
}

export * as default from "./debug-on-node.ts";
