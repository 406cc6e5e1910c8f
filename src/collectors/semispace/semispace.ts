import { type Collector, runtimeBeside } from "../collector.ts";

/** Cheney 1970: two spaces, the live objects copied breadth first from one to the other. */
export const semispace: Collector = {
  name: "semispace",
  traits: { moves: true, writeBarrier: "none", bumpAllocates: true, roots: "shadow-stack", pins: "never" },
  runtime: runtimeBeside(import.meta.url, "./runtime.ts"),
};
