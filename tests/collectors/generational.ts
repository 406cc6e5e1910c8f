import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CollectorRuntime } from "../../src/collectors/collector.ts";
import { walkedRoots } from "../../src/collectors/parts/young-roots.ts";
import { newFrame } from "../../src/graph/root-words.ts";
import { Mutator } from "./mutator.ts";
import { makeGarbage } from "./suite.ts";

/** What collectors with a nursery have in common. */
export function generationalSuite(name: string, runtime: CollectorRuntime): void {
  describe(`${name} with a nursery`, () => {
    const smallHeap = { heapMinimum: 32 * 1024, gcCheck: 1 };

    it("moves an object once", () => {
      const mutator = new Mutator(runtime, 8, smallHeap);
      const node = mutator.defineShape({ integers: 1 });
      const slot = mutator.allocate(node);
      const young = mutator.get(slot);
      makeGarbage(mutator, 2000);
      const old = mutator.get(slot);
      assert.notEqual(old, young);
      makeGarbage(mutator, 20_000);
      mutator.collect();
      assert.equal(mutator.get(slot), old);
    });

    it("looks at a deep stack once, but at objects in its frames each time", () => {
      const mutator = new Mutator(runtime, 8, smallHeap);
      const node = mutator.defineShape({ integers: 1, references: 1 });
      const inFrame = mutator.memory.allocateStatic(node.size);
      Object.assign(mutator.state, { stackLimit: inFrame - 8, stackStart: inFrame + node.size });
      mutator.memory.storeInt64(inFrame, node.typeId);
      const field = inFrame + node.references[0]!;
      mutator.memory.storeWord(field, 0);
      const slots: number[] = [];
      for (let i = 0; i < 1000; i++) {
        mutator.push(newFrame);
        if (i === 500) mutator.push(inFrame);
        slots.push(mutator.allocate(node));
        mutator.setInteger(mutator.get(slots[i]!), node, 0, i);
      }
      for (let round = 0; round < 3; round++) {
        const young = mutator.allocate(node);
        mutator.setInteger(mutator.get(young), node, 0, round);
        mutator.memory.storeWord(field, mutator.get(young));
        mutator.popTo(young);
        makeGarbage(mutator, 2000);
        assert.equal(walkedRoots, 8, "the last frame's one root");
        assert.equal(mutator.getInteger(mutator.memory.loadWord(field), node, 0), round);
        // Some return, others are called.
        mutator.popTo(slots[900 - round]!);
        mutator.push(newFrame);
        slots[900 - round] = mutator.allocate(node);
        mutator.setInteger(mutator.get(slots[900 - round]!), node, 0, 900 - round);
        makeGarbage(mutator, 2000);
        assert.equal(walkedRoots, 8, "the last frame's one root");
      }
      for (let i = 0; i < 898; i++) assert.equal(mutator.getInteger(mutator.get(slots[i]!), node, 0), i);
    });

    it("finds young objects through old ones that were written to", () => {
      const mutator = new Mutator(runtime, 8, smallHeap);
      const node = mutator.defineShape({ integers: 1, references: 1 });
      const slot = mutator.allocate(node);
      mutator.collect();
      for (let i = 0; i < 100; i++) {
        const young = mutator.allocate(node);
        mutator.setInteger(mutator.get(young), node, 0, i);
        mutator.setReference(mutator.get(slot), node, 0, mutator.get(young));
        mutator.popTo(young);
        makeGarbage(mutator, 700);
        assert.equal(mutator.getInteger(mutator.getReference(mutator.get(slot), node, 0), node, 0), i);
      }
    });

    it("finds young objects through any item of a large old array", () => {
      const mutator = new Mutator(runtime, 8, smallHeap);
      for (const items of ["references", "values"] as const) {
        const array = mutator.defineShape({ items, references: 1 });
        const node = mutator.defineShape({ integers: 1 });
        const count = 5000;
        const slot = mutator.allocate(array, count);
        mutator.collect();
        for (let i = 0; i < count; i += 61) {
          const young = mutator.allocate(node);
          mutator.setInteger(mutator.get(young), node, 0, i);
          mutator.setItem(mutator.get(slot), array, i, mutator.get(young));
          if (i % 3 === 0) mutator.setReference(mutator.get(slot), array, 0, mutator.get(young));
          mutator.popTo(young);
          if (i % 5 === 0) makeGarbage(mutator, 1500);
        }
        mutator.copyItems(mutator.get(slot), 7, mutator.get(slot), 0, count - 7, array);
        makeGarbage(mutator, 1500);
        for (let i = 0; i + 7 < count; i += 61) {
          assert.equal(mutator.getInteger(mutator.getItem(mutator.get(slot), array, i + 7), node, 0), i);
        }
      }
    });

    it("collects early where many cards of large arrays were written to", () => {
      const mutator = new Mutator(runtime, 8);
      const array = mutator.defineShape({ items: "values" });
      const slot = mutator.allocate(array, 16 * 5000);
      mutator.collect();
      const { collections } = mutator.state;
      const node = mutator.allocate(mutator.defineShape({ integers: 1 }));
      for (let i = 0; i < 5000; i++) {
        if (i === 4000) makeGarbage(mutator, 1);
        mutator.setItem(mutator.get(slot), array, 16 * i, mutator.get(node));
      }
      assert.equal(mutator.state.collections, collections);
      makeGarbage(mutator, 1);
      assert.equal(mutator.state.collections, collections + 1);
      assert.ok(mutator.state.limit > mutator.state.freePointer + 100_000, "the nursery is as big as before");
      for (let i = 0; i < 5000; i++)
        assert.equal(mutator.getItem(mutator.get(slot), array, 16 * i), mutator.get(node));
    });

    it("does not look for free cells among blocks that are full", () => {
      const mutator = new Mutator(runtime, 8, { heapMinimum: 32 * 1024 });
      const node = mutator.defineShape({ integers: 1, references: 1 });
      const lists = [mutator.push(0), mutator.push(0)];
      const lengthen = (list: number, count: number) => {
        for (let i = 0; i < count; i++) {
          const slot = mutator.allocate(node);
          mutator.setReference(mutator.get(slot), node, 0, mutator.get(list));
          mutator.set(list, mutator.get(slot));
          mutator.popTo(slot);
        }
      };
      // One cell in 40 is free again.
      for (let i = 0; i < 500; i++) {
        lengthen(lists[0]!, 78);
        lengthen(lists[1]!, 2);
      }
      mutator.set(lists[1]!, 0);
      mutator.collect();
      let looks = 0;
      const load32 = mutator.memory.load32.bind(mutator.memory);
      mutator.memory.load32 = (address) => {
        looks += 1;
        return load32(address);
      };
      const { collections } = mutator.state;
      while (mutator.state.collections === collections) lengthen(lists[0]!, 1);
      assert.ok(looks < 20_000, `${looks} looks`);
    });

    it("frees large objects that die young", () => {
      const mutator = new Mutator(runtime, 8, { ...smallHeap, heapMaximum: 4 * 1024 * 1024 });
      const bytes = mutator.defineShape({ items: "bytes" });
      const kept = mutator.allocate(bytes, 20_000);
      mutator.setItem(mutator.get(kept), bytes, 19_999, 77);
      const { collections } = mutator.state;
      for (let i = 0; i < 300; i++) mutator.popTo(mutator.allocate(bytes, 100_000));
      assert.equal(mutator.getItem(mutator.get(kept), bytes, 19_999), 77);
      assert.ok(mutator.state.collections > collections + 200);
    });
  });
}
