import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { incminimark } from "../../src/collectors/incminimark/incminimark.ts";
import * as runtime from "../../src/collectors/incminimark/runtime.ts";
import { nurserySize } from "../../src/collectors/parts/nursery.ts";
import { generationalSuite } from "./generational.ts";
import { heapSizeSuite } from "./heap-size.ts";
import { Mutator } from "./mutator.ts";
import { playAtRandom } from "./random-program.ts";
import { collectorSuite } from "./suite.ts";

collectorSuite(incminimark, runtime);
generationalSuite("incminimark", runtime);
heapSizeSuite("incminimark", runtime, [
  [1300, 1.15, 1.4],
  [0, 1.6, 2.05],
  [3000, 2.3, 3.3],
]);

describe("incminimark, marking one object at a time", () => {
  for (const wordSize of [4, 8] as const) {
    for (const gcStress of [16, 100, 500]) {
      it(`runs random programs with ${wordSize}-byte words, gc-stress ${gcStress}`, () => {
        for (let seed = 1; seed <= (process.env.HEDDLE_MATRIX ? 40 : 1); seed++) {
          const settings = { heapMinimum: 4096, majorCollect: 1000, incrementStep: 1, gcStress, gcCheck: 1 };
          playAtRandom(new Mutator(runtime, wordSize, settings), seed, 2000, true);
        }
      });
    }
  }
});

describe("the nursery of incminimark", () => {
  it("shrinks below its first size where pauses are long, and comes back", () => {
    const mutator = new Mutator(runtime, 8, { gcCheck: 1 });
    let now = 0;
    let pause = 3_000_000;
    // The clock only goes on within collections: between two looks at it.
    mutator.memory.clockNanoseconds = () => {
      now += pause;
      return now;
    };
    const first = nurserySize;
    const node = mutator.defineShape({ integers: 30, references: 1 });
    const bytes = mutator.defineShape({ items: "bytes" });
    const list = mutator.push(0);
    const sizes = new Set<number>();
    for (let i = 0; i < 10_000; i++) {
      const slot = mutator.allocate(node);
      mutator.setInteger(mutator.get(slot), node, 0, i);
      mutator.setReference(mutator.get(slot), node, 0, mutator.get(list));
      mutator.set(list, mutator.get(slot));
      mutator.popTo(slot);
      sizes.add(nurserySize);
    }
    assert.deepEqual([...sizes], [first, first / 2, first / 4, first / 8, first / 16, first / 32]);
    pause = 1000;
    for (let i = 0; i < 5000; i++) mutator.popTo(mutator.allocate(bytes, 4000));
    assert.equal(nurserySize, first);
    let at = mutator.get(list);
    for (let i = 9_999; i >= 0; i--) {
      assert.equal(mutator.getInteger(at, node, 0), i);
      at = mutator.getReference(at, node, 0);
    }
  });

  it("is bigger as long as there are many roots", () => {
    const mutator = new Mutator(runtime, 8, { gcCheck: 1 });
    const bytes = mutator.defineShape({ items: "bytes" });
    const makeMore = () => {
      for (let i = 0; i < 2000; i++) mutator.popTo(mutator.allocate(bytes, 4000));
    };
    const first = nurserySize;
    const base = mutator.push(0);
    for (let i = 0; i < first / 16; i++) mutator.push(0);
    makeMore();
    assert.equal(nurserySize, 8 * first);
    mutator.popTo(base);
    makeMore();
    assert.equal(nurserySize, first);
  });
});
