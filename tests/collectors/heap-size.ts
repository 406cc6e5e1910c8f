import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CollectorRuntime } from "../../src/collectors/collector.ts";
import { blocksInUse } from "../../src/collectors/parts/blocks.ts";
import type { State } from "../../src/graph/state-layout.ts";
import { Mutator } from "./mutator.ts";

/** For growths, and 0 for the default: how many times the live data the heap must and may be. */
export type Sizes = readonly (readonly [heapGrowth: number, least: number, most: number])[];

export function heapSizeSuite(name: string, runtime: CollectorRuntime, sizes: Sizes): void {
  describe(`the heap of ${name}`, () => {
    for (const [heapGrowth, least, most] of sizes) {
      it(`is as big as the growth ${heapGrowth / 1000} says, of which 0 is the default`, () => {
        const times = timesLive(runtime, { heapGrowth, heapMinimum: 64 * 1024 });
        assert.ok(times > least && times < most, `${times} times the live data`);
      });
    }
  });
}

/** The most that blocks take while old lists are replaced by new ones, as a multiple of what lives. */
function timesLive(runtime: CollectorRuntime, settings: Partial<State>): number {
  const mutator = new Mutator(runtime, 8, settings);
  const node = mutator.defineShape({ integers: 1, references: 1 });
  const lists = Array.from({ length: 20 }, () => mutator.push(0));
  let biggest = 0;
  for (let round = 0; round < 100; round++) {
    const list = lists[round % lists.length]!;
    mutator.set(list, 0);
    for (let i = 0; i < 1000; i++) {
      const slot = mutator.allocate(node);
      mutator.setReference(mutator.get(slot), node, 0, mutator.get(list));
      mutator.set(list, mutator.get(slot));
      mutator.popTo(slot);
    }
    if (round >= 40) biggest = Math.max(biggest, blocksInUse());
  }
  return biggest / (lists.length * 1000 * node.size);
}
