import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as runtime from "../../src/collectors/semispace/runtime.ts";
import { semispace } from "../../src/collectors/semispace/semispace.ts";
import { Mutator } from "./mutator.ts";
import { collectorSuite, makeGarbage } from "./suite.ts";

collectorSuite(semispace, runtime);

describe("semispace alone", () => {
  it("reuses its two small spaces for garbage", () => {
    const mutator = new Mutator(runtime, 8, { heapMinimum: 16 * 1024 });
    const addresses = new Set<number>();
    for (let i = 0; i < 100; i++) {
      makeGarbage(mutator, 300);
      addresses.add(Math.floor(mutator.state.freePointer / 8192));
    }
    assert.ok(mutator.state.collections > 50);
    assert.equal(addresses.size, 2);
  });

  it("shrinks again when the live data did", () => {
    const mutator = new Mutator(runtime, 8, { heapMinimum: 16 * 1024 });
    const bytes = mutator.defineShape({ items: "bytes" });
    const big = mutator.allocate(bytes, 1_000_000);
    assert.ok(mutator.state.limit - mutator.state.freePointer > 1_000_000);
    mutator.popTo(big);
    mutator.collect();
    assert.ok(mutator.state.limit - mutator.state.freePointer < 10_000);
  });

  it("collects every so many bytes under stress", () => {
    const mutator = new Mutator(runtime, 8, { gcStress: 160 });
    makeGarbage(mutator, 1000); // of 24 bytes
    const { collections } = mutator.state;
    assert.ok(collections >= 120 && collections <= 170, `${collections} collections`);
  });

  it("keeps both spaces within the maximum", () => {
    const heapMaximum = 128 * 1024;
    const mutator = new Mutator(runtime, 8, { heapMaximum, heapMinimum: 16 * 1024 });
    const bytes = mutator.defineShape({ items: "bytes" });
    mutator.allocate(bytes, 50_000);
    makeGarbage(mutator, 10_000);
    assert.ok(mutator.state.limit - mutator.get(mutator.state.rootBase) <= heapMaximum / 2);
  });

  it("moves objects, and the simulator names a use of the old place", () => {
    const mutator = new Mutator(runtime, 8, { heapMinimum: 16 * 1024 }, { placeOf: () => "here" });
    const node = mutator.defineShape({ integers: 1 });
    const slot = mutator.allocate(node);
    const stale = mutator.get(slot);
    mutator.collect();
    assert.notEqual(mutator.get(slot), stale);
    assert.throws(() => mutator.getInteger(stale, node, 0), {
      name: "MemoryError",
      fault: "bad-reference",
      message: `reference to 0x${stale.toString(16)}: holds no object now, in the 8192 bytes at 0x${stale.toString(16)}, reserved at here`,
    });
  });
});
