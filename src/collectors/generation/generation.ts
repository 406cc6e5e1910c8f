import { type Collector, runtimeBeside } from "../collector.ts";

/** Ungar 1984: new objects in a nursery, survivors in a space that is marked and swept as a whole. */
export const generation: Collector = {
  name: "generation",
  traits: {
    moves: true,
    writeBarrier: "before-store",
    bumpAllocates: true,
    roots: "shadow-stack",
    pins: "by-call",
    stopsAtSeenFrames: true,
  },
  runtime: runtimeBeside(import.meta.url, "./runtime.ts"),
};
