import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { refcount } from "../../src/collectors/refcount/refcount.ts";
import * as runtime from "../../src/collectors/refcount/runtime.ts";
import { Mutator } from "./mutator.ts";
import { collectorSuite, makeGarbage } from "./suite.ts";

collectorSuite(refcount, runtime);

describe("refcount alone", () => {
  const smallHeap = { heapMinimum: 16 * 1024, heapMaximum: 1024 * 1024, gcCheck: 1 };

  it("frees what a store has cut off, however long a list it is", () => {
    const mutator = new Mutator(runtime, 8, smallHeap);
    const node = mutator.defineShape({ integers: 1, references: 1 });
    for (let round = 0; round < 5; round++) {
      const list = mutator.push(0);
      for (let i = 0; i < 20_000; i++) {
        const slot = mutator.allocate(node);
        mutator.setReference(mutator.get(slot), node, 0, mutator.get(list));
        mutator.set(list, mutator.get(slot));
        mutator.popTo(slot);
      }
      mutator.popTo(list);
    }
  });

  it("uses the memory of what it freed again, large objects too", () => {
    const mutator = new Mutator(runtime, 8, smallHeap);
    const bytes = mutator.defineShape({ items: "bytes" });
    makeGarbage(mutator, 100_000);
    for (let i = 0; i < 50; i++) mutator.popTo(mutator.allocate(bytes, 100_000));
  });

  it("uses blocks that became empty for objects of any size", () => {
    const mutator = new Mutator(runtime, 8, smallHeap);
    for (const integers of [40, 9, 700, 60, 40]) {
      const node = mutator.defineShape({ integers, references: 1 });
      const list = mutator.push(0);
      for (let bytes = 0; bytes < 800 * 1024; bytes += node.size) {
        const slot = mutator.allocate(node);
        mutator.setReference(mutator.get(slot), node, 0, mutator.get(list));
        mutator.set(list, mutator.get(slot));
        mutator.popTo(slot);
      }
      mutator.popTo(list);
    }
  });

  it("counts items that are copied within an array", () => {
    const mutator = new Mutator(runtime, 8, smallHeap);
    const node = mutator.defineShape({ integers: 1 });
    const array = mutator.defineShape({ items: "references" });
    const slot = mutator.allocate(array, 10);
    for (let i = 0; i < 10; i++) {
      const item = mutator.allocate(node);
      mutator.setInteger(mutator.get(item), node, 0, i);
      mutator.setItem(mutator.get(slot), array, i, mutator.get(item));
      mutator.popTo(item);
    }
    mutator.copyItems(mutator.get(slot), 0, mutator.get(slot), 3, 7, array);
    makeGarbage(mutator, 5000);
    const found = Array.from({ length: 10 }, (_, i) =>
      mutator.getInteger(mutator.getItem(mutator.get(slot), array, i), node, 0),
    );
    assert.deepEqual(found, [3, 4, 5, 6, 7, 8, 9, 7, 8, 9]);
  });
});
