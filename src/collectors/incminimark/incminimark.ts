import { type Collector, runtimeBeside } from "../collector.ts";

/** A nursery before an old space that is marked and swept in small steps, as in RPython's collector of that name. */
export const incminimark: Collector = {
  name: "incminimark",
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
