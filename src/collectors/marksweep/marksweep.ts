import { type Collector, runtimeBeside } from "../collector.ts";

/** McCarthy 1960: marks what lives, and frees the rest where it stands. */
export const marksweep: Collector = {
  name: "marksweep",
  traits: {
    moves: false,
    writeBarrier: "none",
    bumpAllocates: false,
    roots: "shadow-stack",
    pins: "always",
    identityHash: "address",
  },
  runtime: runtimeBeside(import.meta.url, "./runtime.ts"),
};
