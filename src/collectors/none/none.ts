import { type Collector, runtimeBeside } from "../collector.ts";

/** Never collects: for programs that end before they fill the memory, and for measuring the others. */
export const none: Collector = {
  name: "none",
  traits: {
    moves: false,
    writeBarrier: "none",
    bumpAllocates: true,
    roots: "none",
    pins: "always",
    identityHash: "address",
  },
  runtime: runtimeBeside(import.meta.url, "./runtime.ts"),
};
