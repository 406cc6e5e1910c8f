import { type Collector, runtimeBeside } from "../collector.ts";

/** Deutsch and Bobrow 1976: objects count the references to them that stand in other objects. Cycles stay. */
export const refcount: Collector = {
  name: "refcount",
  traits: {
    moves: false,
    writeBarrier: "counts",
    bumpAllocates: false,
    roots: "shadow-stack",
    pins: "always",
    identityHash: "address",
  },
  runtime: runtimeBeside(import.meta.url, "./runtime.ts"),
};
