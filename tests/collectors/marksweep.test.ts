import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { marksweep } from "../../src/collectors/marksweep/marksweep.ts";
import * as runtime from "../../src/collectors/marksweep/runtime.ts";
import {
  cellBytes,
  largestCell,
  sizeClassCount,
  sizeClassOf,
} from "../../src/collectors/parts/size-classes.ts";
import { heapSizeSuite } from "./heap-size.ts";
import { Mutator } from "./mutator.ts";
import { collectorSuite, makeGarbage } from "./suite.ts";

collectorSuite(marksweep, runtime);
heapSizeSuite("marksweep", runtime, [
  [1300, 1.15, 1.4],
  [0, 1.6, 1.95],
  [3000, 2.6, 3.3],
]);

describe("size classes", () => {
  it("hold each size in the smallest cell that fits", () => {
    for (let size = 16; size <= largestCell; size += 8) {
      const sizeClass = sizeClassOf(size);
      assert.ok(sizeClass < sizeClassCount);
      assert.ok(cellBytes(sizeClass) >= size, `${size}`);
      assert.ok(sizeClass === 0 || cellBytes(sizeClass - 1) < size, `${size}`);
      assert.ok(cellBytes(sizeClass) <= Math.max(size, size * 1.125), `${size}`);
    }
    assert.equal(sizeClassOf(largestCell), sizeClassCount - 1);
  });
});

describe("marksweep alone", () => {
  const smallHeap = { heapMinimum: 32 * 1024, gcCheck: 1 };

  it("moves nothing", () => {
    const mutator = new Mutator(runtime, 8, smallHeap);
    const node = mutator.defineShape({ integers: 1 });
    const slot = mutator.allocate(node);
    const before = mutator.get(slot);
    makeGarbage(mutator, 5000);
    mutator.collect();
    assert.equal(mutator.get(slot), before);
  });

  it("uses the cells of the dead again", () => {
    const mutator = new Mutator(runtime, 8, smallHeap);
    const node = mutator.defineShape({ integers: 1 });
    const addresses = new Set<number>();
    for (let i = 0; i < 20_000; i++) {
      const slot = mutator.allocate(node);
      addresses.add(mutator.get(slot));
      if (i % 100 !== 0) mutator.popTo(slot);
    }
    assert.ok(addresses.size < 8000, `${addresses.size} cells`);
  });

  it("gives blocks of one size to objects of another, and to large ones", () => {
    const mutator = new Mutator(runtime, 8, { ...smallHeap, heapMaximum: 1024 * 1024 });
    const bytes = mutator.defineShape({ items: "bytes" });
    for (let length = 16; length < 900_000; length = Math.floor(length * 1.5)) {
      for (let total = 0; total < 2_000_000; total += length) mutator.popTo(mutator.allocate(bytes, length));
    }
  });
});
