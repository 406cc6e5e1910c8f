import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CollectorRuntime } from "../../src/collectors/collector.ts";
import * as generation from "../../src/collectors/generation/runtime.ts";
import * as incminimark from "../../src/collectors/incminimark/runtime.ts";
import { nurserySize, nurseryStart } from "../../src/collectors/parts/nursery.ts";
import * as refcount from "../../src/collectors/refcount/runtime.ts";
import * as semispace from "../../src/collectors/semispace/runtime.ts";
import { fixedSizeOffset } from "../../src/graph/type-info-layout.ts";
import { state } from "../../src/memory/memory.ts";
import { Mutator } from "./mutator.ts";
import { withBug } from "./planted.ts";
import { playAtRandom } from "./random-program.ts";
import { keepsValuesOfKeys, makeGarbage } from "./suite.ts";

// Tests of the tests: whatever may be wrong with a collector or with what is woven for it, something notices.

const settings = { heapMinimum: 16 * 1024, gcStress: 400, gcCheck: 1 };

function random(runtime: CollectorRuntime): void {
  playAtRandom(new Mutator(runtime, 8, settings), 1, 3000);
}

/** A large old array gets young items one at a time. */
function fillsArray(runtime: CollectorRuntime): void {
  const mutator = new Mutator(runtime, 8, { ...settings, gcStress: 0 });
  const array = mutator.defineShape({ items: "references" });
  const node = mutator.defineShape({ integers: 1 });
  const slot = mutator.allocate(array, 5000);
  mutator.collect();
  for (let i = 0; i < 5000; i += 500) {
    const young = mutator.allocate(node);
    mutator.setInteger(mutator.get(young), node, 0, i);
    mutator.setItem(mutator.get(slot), array, i, mutator.get(young));
    mutator.popTo(young);
    makeGarbage(mutator, 1500);
  }
  for (let i = 0; i < 5000; i += 500)
    assert.equal(mutator.getInteger(mutator.getItem(mutator.get(slot), array, i), node, 0), i);
}

const generational = { generation, incminimark };

/** Marks and sweeps all the time, the least at a time. */
function playInSteps(runtime: CollectorRuntime): void {
  for (let seed = 1; seed <= 12; seed++) {
    const steps = { heapMinimum: 4096, majorCollect: 1000, incrementStep: 1, gcStress: 100, gcCheck: 1 };
    playAtRandom(new Mutator(runtime, 8, steps), seed, 3000, true);
  }
}

/** All objects are replaced many times, while each look at the clock says that too much time has gone: the heap stays small. */
function churns(runtime: CollectorRuntime): void {
  const mutator = new Mutator(runtime, 8, { heapMinimum: 65536, nurserySize: 262_144, incrementStep: 1 });
  let now = 0;
  mutator.memory.clockNanoseconds = () => {
    now += 1_000_000;
    return now;
  };
  const node = mutator.defineShape({ integers: 10, references: 1 });
  const table = mutator.defineShape({ items: "references" });
  const slot = mutator.allocate(table, 5000);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < 60_000; i++) {
    const made = mutator.allocate(node);
    mutator.setItem(mutator.get(slot), table, i % 5000, mutator.get(made));
    mutator.popTo(made);
    const old = mutator.getItem(mutator.get(slot), table, (i * 7) % 5000);
    // Not those in the nursery, which stands behind the heap.
    if (i < 10_000 || old - mutator.get(slot) > 2 ** 30) continue;
    least = Math.min(least, old);
    most = Math.max(most, old);
  }
  assert.ok(most - least < 4 * 5000 * node.size, `${most - least} bytes`);
}

describe("a bug is caught that was planted in", () => {
  for (const [name, runtime] of Object.entries(generational)) {
    it(`a write barrier of ${name}`, () => {
      random(runtime);
      assert.throws(() => random({ ...runtime, writeBarrier: () => undefined }));
    });

    it(`the cards of ${name}`, () => {
      fillsArray(runtime);
      const beside = (array: number, from: number, end: number): void =>
        runtime.writeBarrierItems(array, from + 200, end + 200);
      assert.throws(() => fillsArray({ ...runtime, writeBarrierItems: beside }));
    });
  }

  for (const [name, runtime] of Object.entries({ ...generational, semispace, refcount })) {
    it(`a root map for ${name}: the last root is forgotten`, () => {
      const hiding = <T>(action: () => T): T => {
        const { rootTop, rootBase } = state;
        if (rootTop > rootBase) state.rootTop = rootTop - 8;
        const result = action();
        state.rootTop = rootTop;
        return result;
      };
      const forgetful: CollectorRuntime = {
        ...runtime,
        collect: () => hiding(() => runtime.collect()),
        allocateSlow: (typeId, size) => hiding(() => runtime.allocateSlow(typeId, size)),
      };
      assert.throws(() => random(forgetful));
    });
  }

  for (const [name, runtime] of Object.entries({ ...generational, semispace })) {
    const survives = (bytesTooFew: number): void => {
      const mutator = new Mutator(runtime, 8, settings);
      const node = mutator.defineShape({ integers: 2, references: 1 });
      const first = mutator.allocate(node);
      const second = mutator.allocate(node);
      mutator.memory.store32(node.typeId + fixedSizeOffset, node.size - bytesTooFew);
      mutator.setReference(mutator.get(first), node, 0, mutator.get(second));
      mutator.collect();
      assert.equal(mutator.getReference(mutator.get(first), node, 0), mutator.get(second));
    };
    it(`a size for ${name}: an object is copied without its last field`, () => {
      survives(0);
      assert.throws(() => survives(8));
    });
  }

  for (const [name, runtime] of Object.entries(generational)) {
    it(`a forwarding of ${name}: it leads beside the copy`, () => {
      const survives = (beside: number): void => {
        const mutator = new Mutator(runtime, 8, settings);
        const node = mutator.defineShape({ integers: 1, references: 1 });
        const slots = [mutator.allocate(node), mutator.allocate(node)];
        const shared = mutator.allocate(node);
        for (const slot of slots) mutator.setReference(mutator.get(slot), node, 0, mutator.get(shared));
        const { memory } = mutator;
        const storeWord = memory.storeWord.bind(memory);
        // A minor collection writes into the nursery nothing but where objects went.
        memory.storeWord = (address, word) => {
          const forwards = address >= nurseryStart && address < nurseryStart + nurserySize;
          storeWord(address, forwards ? word + beside : word);
        };
        mutator.collect();
        for (const slot of slots)
          assert.equal(mutator.getReference(mutator.get(slot), node, 0), mutator.get(shared));
      };
      survives(0);
      assert.throws(() => survives(8));
    });
  }

  it("a count of refcount: a store forgets what it overwrites, or what it stores", () => {
    random(refcount);
    const onlyDown: CollectorRuntime = {
      ...refcount,
      countReference: (slot) => refcount.countReference(slot, 0),
    };
    assert.throws(() => random(onlyDown));
    // What is never counted down leaks: the heap is at its maximum.
    const leaks = (runtime: CollectorRuntime): void => {
      const mutator = new Mutator(runtime, 8, { heapMinimum: 16 * 1024, heapMaximum: 256 * 1024 });
      const node = mutator.defineShape({ references: 1 });
      const holder = mutator.allocate(node);
      for (let i = 0; i < 30_000; i++) {
        const slot = mutator.allocate(node);
        mutator.setReference(mutator.get(holder), node, 0, mutator.get(slot));
        mutator.popTo(slot);
      }
    };
    leaks(refcount);
    assert.throws(() => leaks({ ...refcount, countReference: (_, word) => refcount.countFirst(word) }), {
      code: 77,
    });
  });

  // What only a mark that the program runs beside can get wrong.
  const marksAfresh = "if (marking && isMarked(array))\n        markItemsAgain(array, from, end);";
  const incremental = {
    "an array is not marked again that was written to": ["parts/nursery.js", marksAfresh, ""],
    "an object is not marked again that was written to": [
      "parts/nursery.js",
      "if (marking && isMarked(object))\n        markAgain(object);",
      "",
    ],
    "a block that comes into use is swept": [
      "parts/old-space.js",
      "if (block < sweepCursor)\n        setNew(block, true);",
      "",
    ],
    "the roots are marked once": [
      "incminimark/runtime.js",
      "markRoots();\n    if (markSome(atOnce))",
      "if (markSome(atOnce))",
    ],
    "the rest of a long array is forgotten": [
      "parts/mark.js",
      "push(toMark, end);\n        push(toMark, object + 1);",
      "",
    ],
  } as const;
  for (const [what, [file, right, wrong]] of Object.entries(incremental)) {
    it(`a mark in single steps: ${what}`, async () => {
      const runtime = await withBug("incminimark", file, right, wrong);
      assert.throws(() => playInSteps(runtime));
    });
  }

  const values = {
    "the values of living keys are kept once": [
      "parts/weak.js",
      "while (keepValues(placeOf, keep))",
      "while (keepValues(placeOf, keep) && false)",
    ],
    "an old entry is not looked at that was written to": [
      "parts/nursery.js",
      "updateFields(object, oldPlace);\n    noteIfWeak(object, weakHolders);",
      "updateFields(object, oldPlace);",
    ],
  } as const;
  for (const [what, [file, right, wrong]] of Object.entries(values)) {
    it(`weak tables: ${what}`, async () => {
      const runtime = await withBug("generation", file, right, wrong);
      assert.throws(() => keepsValuesOfKeys(new Mutator(runtime, 8, settings)));
    });
  }

  it("a walk of the roots that takes new frames for seen ones", async () => {
    const bug = [
      "parts/young-roots.js",
      "=== seenFrame)\n            return slot",
      ">= newFrame && loadInt64(slot - rootSize) <= seenFrame)\n            return slot",
    ] as const;
    const runtime = await withBug("generation", ...bug);
    assert.throws(() => random(runtime));
  });

  it("a sweep that does not keep up with what becomes old", async () => {
    churns(incminimark);
    const slow = await withBug("incminimark", "incminimark/runtime.js", "(enough > 0 || ", "(");
    assert.throws(() => churns(slow));
  });
});
