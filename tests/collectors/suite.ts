import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Collector, CollectorRuntime } from "../../src/collectors/collector.ts";
import type { State } from "../../src/graph/state-layout.ts";
import { MachineStop } from "../../src/simulate/memory-error.ts";
import type { SimulatorOptions } from "../../src/simulate/memory-simulator.ts";
import { outOfMemoryStop } from "../../src/source/stop-codes.ts";
import { doubleValue, Mutator, undefinedValue } from "./mutator.ts";
import { playAtRandom } from "./random-program.ts";

const smallHeap = { heapMinimum: 16 * 1024, gcCheck: 1 };

/** What every collector must do, on both word sizes. A collector's own test adds what it alone has. */
export function collectorSuite(collector: Collector, runtime: CollectorRuntime): void {
  for (const wordSize of [4, 8] as const) {
    describe(`${collector.name} with ${wordSize}-byte words`, () => {
      const findsAllDead = collector.traits.roots !== "none" && collector.traits.writeBarrier !== "counts";
      const start = (settings: Partial<State> = smallHeap, options: SimulatorOptions = {}) =>
        new Mutator(runtime, wordSize, settings, options);

      it("keeps a linked list while garbage is made", () => keepsList(start()));
      it("keeps cycles", () => keepsCycle(start()));
      it("keeps what is shared shared", () => keepsSharing(start()));
      it("keeps a deep tree", () => keepsTree(start()));
      it("keeps a list too deep for recursion", () => keepsDeepList(start({ heapMinimum: 16 * 1024 })));
      it("keeps references in an array", () => keepsReferenceItems(start()));
      it("keeps values in fields and in an array", () => keepsValues(start()));
      if (collector.traits.roots !== "none") {
        it("clears weak references to what has died", () => clearsWeakReferences(start()));
        it("keeps the values of living keys in chains, and no others", () => keepsValuesOfKeys(start()));
        if (findsAllDead) it("frees keys that their own values lead to", () => freesKeysOfOwnValues(start()));
        it("finds objects for finalizers once, each before what it refers to", () => {
          findsFinalizable(start());
        });
      }
      it("keeps bytes as they are", () => keepsBytes(start()));
      it("keeps what static variables refer to", () => keepsStaticRoots(start()));
      it("leaves references to static objects alone", () => leavesStaticObjects(start()));
      it("allocates an object bigger than the whole heap", () => allocatesHuge(start()));
      it("grows with the live data", () => keepsDeepList(start({ heapMinimum: 8192, gcStress: 100_000 })));
      it("survives a collection without objects", () => {
        const mutator = start();
        mutator.collect();
        mutator.collect();
      });
      it("stops when the heap is at its maximum", () => {
        stopsOutOfMemory(start({ ...smallHeap, heapMaximum: 1024 * 1024 }));
      });
      it("stops when the system has no more memory", () => {
        const shadowStack = collector.traits.roots === "none" ? 0 : wordSize === 8 ? 256 : 64;
        stopsOutOfMemory(start(smallHeap, { limit: (shadowStack + 40) * 1024 * 1024 }));
      });
      it("stops when one object is bigger than the maximum", () => {
        const mutator = start({ ...smallHeap, heapMaximum: 256 * 1024 });
        const bytes = mutator.defineShape({ items: "bytes" });
        assert.throws(() => mutator.allocate(bytes, 2 ** 31), isOutOfMemory);
      });
      for (const gcStress of [0, 16, 200, 3000]) {
        it(`runs random programs, gc-stress ${gcStress}`, () => {
          // Where each allocation is a full collection a little is enough.
          const steps = gcStress === 16 ? 250 : 1500;
          for (let seed = 1; seed <= seeds; seed++)
            playAtRandom(start({ ...smallHeap, gcStress }), seed, steps, findsAllDead);
        });
      }
    });
  }
}

/** Random programs of each kind; more of them with `npm run test:matrix`. */
const seeds = process.env.HEDDLE_MATRIX ? 40 : 2;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof MachineStop && error.code === outOfMemoryStop;
}

/** Allocates `n` objects and forgets each. */
export function makeGarbage(mutator: Mutator, n: number): void {
  const shape = mutator.defineShape({ integers: 1, references: 1 });
  for (let i = 0; i < n; i++) {
    const slot = mutator.allocate(shape);
    mutator.setInteger(mutator.get(slot), shape, 0, -1);
    mutator.popTo(slot);
  }
}

function keepsList(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1, references: 1 });
  const list = mutator.push(0);
  for (let i = 0; i < 100; i++) {
    const slot = mutator.allocate(node);
    mutator.setInteger(mutator.get(slot), node, 0, i);
    mutator.setReference(mutator.get(slot), node, 0, mutator.get(list));
    mutator.set(list, mutator.get(slot));
    mutator.popTo(slot);
    makeGarbage(mutator, 20);
  }
  let at = mutator.get(list);
  for (let i = 99; i >= 0; i--) {
    assert.equal(mutator.getInteger(at, node, 0), i);
    at = mutator.getReference(at, node, 0);
  }
  assert.equal(at, 0);
}

function keepsCycle(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1, references: 2 });
  const a = mutator.allocate(node);
  const b = mutator.allocate(node);
  mutator.setReference(mutator.get(a), node, 0, mutator.get(b));
  mutator.setReference(mutator.get(b), node, 0, mutator.get(a));
  mutator.setReference(mutator.get(b), node, 1, mutator.get(b));
  mutator.popTo(b);
  makeGarbage(mutator, 1000);
  mutator.collect();
  const second = mutator.getReference(mutator.get(a), node, 0);
  assert.equal(mutator.getReference(second, node, 0), mutator.get(a));
  assert.equal(mutator.getReference(second, node, 1), second);
}

function keepsSharing(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1, references: 2, values: 1 });
  const top = mutator.allocate(node);
  const shared = mutator.allocate(node);
  mutator.setReference(mutator.get(top), node, 0, mutator.get(shared));
  mutator.setReference(mutator.get(top), node, 1, mutator.get(shared));
  mutator.setValue(mutator.get(top), node, 0, mutator.get(shared));
  mutator.collect();
  makeGarbage(mutator, 1000);
  assert.equal(mutator.getReference(mutator.get(top), node, 0), mutator.get(shared));
  assert.equal(mutator.getReference(mutator.get(top), node, 1), mutator.get(shared));
  assert.equal(mutator.getValue(mutator.get(top), node, 0), mutator.get(shared));
}

function keepsTree(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1, references: 2 });
  const build = (depth: number, label: number): number => {
    const slot = mutator.allocate(node);
    mutator.setInteger(mutator.get(slot), node, 0, label);
    for (const side of depth > 0 ? [0, 1] : []) {
      const child = build(depth - 1, 2 * label + side);
      mutator.setReference(mutator.get(slot), node, side, mutator.get(child));
      mutator.popTo(child);
    }
    return slot;
  };
  const check = (depth: number, label: number, object: number): void => {
    assert.equal(mutator.getInteger(object, node, 0), label);
    for (const side of [0, 1]) {
      const child = mutator.getReference(object, node, side);
      if (depth > 0) check(depth - 1, 2 * label + side, child);
      else assert.equal(child, 0);
    }
  };
  const tree = build(9, 1);
  makeGarbage(mutator, 1000);
  mutator.collect();
  check(9, 1, mutator.get(tree));
}

function keepsDeepList(mutator: Mutator): void {
  const node = mutator.defineShape({ references: 1 });
  const list = mutator.push(0);
  const count = 50_000;
  for (let i = 0; i < count; i++) {
    const slot = mutator.allocate(node);
    mutator.setReference(mutator.get(slot), node, 0, mutator.get(list));
    mutator.set(list, mutator.get(slot));
    mutator.popTo(slot);
  }
  mutator.collect();
  let length = 0;
  for (let at = mutator.get(list); at !== 0; at = mutator.getReference(at, node, 0)) length++;
  assert.equal(length, count);
}

function keepsReferenceItems(mutator: Mutator): void {
  const array = mutator.defineShape({ items: "references", references: 1, integers: 1 });
  const node = mutator.defineShape({ integers: 1 });
  const slot = mutator.allocate(array, 999);
  for (let i = 0; i < 999; i += 3) {
    const element = mutator.allocate(node);
    mutator.setInteger(mutator.get(element), node, 0, i);
    mutator.setItem(mutator.get(slot), array, i, mutator.get(element));
    mutator.popTo(element);
    makeGarbage(mutator, 3);
  }
  mutator.collect();
  assert.equal(mutator.length(mutator.get(slot)), 999);
  for (let i = 0; i < 999; i++) {
    const element = mutator.getItem(mutator.get(slot), array, i);
    if (i % 3 === 0) assert.equal(mutator.getInteger(element, node, 0), i);
    else assert.equal(element, 0);
  }
}

function keepsValues(mutator: Mutator): void {
  const array = mutator.defineShape({ items: "values", values: 2 });
  const node = mutator.defineShape({ integers: 1 });
  const slot = mutator.allocate(array, 300);
  const element = mutator.allocate(node);
  mutator.setInteger(mutator.get(element), node, 0, 42);
  mutator.setValue(mutator.get(slot), array, 0, doubleValue);
  mutator.setValue(mutator.get(slot), array, 1, mutator.get(element));
  for (let i = 0; i < 300; i++) {
    const value = [undefinedValue, doubleValue + i * 8, mutator.get(element)][i % 3]!;
    mutator.setItem(mutator.get(slot), array, i, value);
  }
  mutator.popTo(element);
  makeGarbage(mutator, 2000);
  mutator.collect();
  const at = mutator.getValue(mutator.get(slot), array, 1);
  assert.equal(mutator.getInteger(at, node, 0), 42);
  assert.equal(mutator.getValue(mutator.get(slot), array, 0), doubleValue);
  for (let i = 0; i < 300; i++) {
    assert.equal(
      mutator.getItem(mutator.get(slot), array, i),
      [undefinedValue, doubleValue + i * 8, at][i % 3],
    );
  }
}

function keepsBytes(mutator: Mutator): void {
  const text = mutator.defineShape({ items: "bytes" });
  const slots = Array.from({ length: 40 }, (_, n) => {
    const slot = mutator.allocate(text, n);
    for (let i = 0; i < n; i++) mutator.setItem(mutator.get(slot), text, i, 255 - i);
    return slot;
  });
  makeGarbage(mutator, 1000);
  mutator.collect();
  slots.forEach((slot, n) => {
    assert.equal(mutator.length(mutator.get(slot)), n);
    for (let i = 0; i < n; i++) assert.equal(mutator.getItem(mutator.get(slot), text, i), 255 - i);
  });
}

function keepsStaticRoots(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1 });
  for (const i of [0, 7, 63]) {
    const slot = mutator.allocate(node);
    mutator.setInteger(mutator.get(slot), node, 0, 100 + i);
    mutator.set(mutator.staticSlot(i), mutator.get(slot));
    mutator.popTo(slot);
  }
  makeGarbage(mutator, 1000);
  mutator.collect();
  for (const i of [0, 7, 63]) {
    assert.equal(mutator.getInteger(mutator.get(mutator.staticSlot(i)), node, 0), 100 + i);
  }
  assert.equal(mutator.get(mutator.staticSlot(1)), 0);
}

function leavesStaticObjects(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1, references: 1 });
  const prebuilt = mutator.memory.allocateStatic(node.size);
  mutator.memory.storeInt64(prebuilt, node.typeId);
  mutator.setInteger(prebuilt, node, 0, 7);
  const slot = mutator.allocate(node);
  mutator.setReference(mutator.get(slot), node, 0, prebuilt);
  makeGarbage(mutator, 1000);
  mutator.collect();
  assert.equal(mutator.getReference(mutator.get(slot), node, 0), prebuilt);
  assert.equal(mutator.getInteger(prebuilt, node, 0), 7);
}

function allocatesHuge(mutator: Mutator): void {
  const array = mutator.defineShape({ items: "references" });
  const node = mutator.defineShape({ integers: 1 });
  const small = mutator.allocate(node);
  mutator.setInteger(mutator.get(small), node, 0, 5);
  const huge = mutator.allocate(array, 30_000);
  mutator.setItem(mutator.get(huge), array, 29_999, mutator.get(small));
  makeGarbage(mutator, 500);
  mutator.collect();
  const last = mutator.getItem(mutator.get(huge), array, 29_999);
  assert.equal(last, mutator.get(small));
  assert.equal(mutator.getInteger(last, node, 0), 5);
}

function stopsOutOfMemory(mutator: Mutator): void {
  const text = mutator.defineShape({ items: "bytes" });
  let bytes = 0;
  assert.throws(() => {
    for (; bytes < 2 ** 30; bytes += 100_000) mutator.allocate(text, 99_984);
  }, isOutOfMemory);
  assert.ok(bytes > 0, "the first objects fit");
}

function clearsWeakReferences(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1 });
  const holder = mutator.defineShape({ weak: 2 });
  const kept = mutator.allocate(node);
  mutator.setInteger(mutator.get(kept), node, 0, 7);
  const weak = mutator.allocate(holder);
  const dead = mutator.allocate(node);
  mutator.setWeak(mutator.get(weak), holder, 0, mutator.get(kept));
  mutator.setWeak(mutator.get(weak), holder, 1, mutator.get(dead));
  mutator.popTo(dead);
  mutator.collect();
  assert.equal(mutator.getWeak(mutator.get(weak), holder, 0), mutator.get(kept));
  assert.equal(mutator.getWeak(mutator.get(weak), holder, 1), 0);
  assert.equal(mutator.state.weakDeaths, 1);
  makeGarbage(mutator, 3000);
  assert.equal(mutator.getInteger(mutator.getWeak(mutator.get(weak), holder, 0), node, 0), 7);
  // Now the object is old.
  mutator.set(kept, 0);
  mutator.collect();
  assert.equal(mutator.getWeak(mutator.get(weak), holder, 0), 0);
  assert.equal(mutator.state.weakDeaths, 2);
}

const ephemeron = { weak: 2, ephemeron: true } as const;

/** Each value is the key of the next entry, so that one living key keeps all values behind it. */
export function keepsValuesOfKeys(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1 });
  const entry = mutator.defineShape(ephemeron);
  const entries = Array.from({ length: 40 }, () => mutator.allocate(entry));
  const nodes = Array.from({ length: 41 }, () => mutator.allocate(node));
  for (const [i, slot] of nodes.entries()) mutator.setInteger(mutator.get(slot), node, 0, i);
  // In no order: looking through the entries in the order of their birth finds a few values at a time.
  const order = entries.map((_, i) => entries[(i * 17) % 40]!);
  for (const [i, slot] of order.entries()) {
    mutator.setWeak(mutator.get(slot), entry, 0, mutator.get(nodes[i]!));
    mutator.setKept(mutator.get(slot), entry, mutator.get(nodes[i + 1]!));
  }
  const key = (i: number) => mutator.getWeak(mutator.get(order[i]!), entry, 0);
  const kept = (i: number) => mutator.getWeak(mutator.get(order[i]!), entry, 1);
  for (const slot of nodes) if (slot !== nodes[0] && slot !== nodes[20]) mutator.set(slot, 0);
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 40; i++) assert.equal(mutator.getInteger(kept(i), node, 0), i + 1);
    for (let i = 1; i < 40; i++) assert.equal(key(i), kept(i - 1));
    makeGarbage(mutator, 1000);
    mutator.collect();
  }
  // An old entry gets a young value: the chain breaks there.
  const young = mutator.allocate(node);
  mutator.setInteger(mutator.get(young), node, 0, 1000);
  mutator.setKept(mutator.get(order[10]!), entry, mutator.get(young));
  mutator.popTo(young);
  makeGarbage(mutator, 1000);
  mutator.collect();
  for (let i = 0; i < 40; i++) {
    if (i > 10 && i < 20) assert.deepEqual([key(i), kept(i)], [0, 0]);
    else assert.equal(mutator.getInteger(kept(i), node, 0), i === 10 ? 1000 : i + 1);
  }
  assert.equal(mutator.state.weakDeaths, 9);
  mutator.set(nodes[0]!, 0);
  mutator.collect();
  for (let i = 0; i < 40; i++) assert.equal(key(i) !== 0, i >= 20);
}

function freesKeysOfOwnValues(mutator: Mutator): void {
  const node = mutator.defineShape({ references: 1 });
  const entry = mutator.defineShape(ephemeron);
  const entries = Array.from({ length: 10 }, () => mutator.allocate(entry));
  for (const slot of entries) {
    const key = mutator.allocate(node);
    const value = mutator.allocate(node);
    mutator.setReference(mutator.get(value), node, 0, mutator.get(key));
    mutator.setWeak(mutator.get(slot), entry, 0, mutator.get(key));
    mutator.setKept(mutator.get(slot), entry, mutator.get(value));
    mutator.popTo(key);
  }
  mutator.collect();
  for (const slot of entries)
    for (const i of [0, 1]) assert.equal(mutator.getWeak(mutator.get(slot), entry, i), 0);
}

function findsFinalizable(mutator: Mutator): void {
  const node = mutator.defineShape({ integers: 1, references: 1 });
  const watch = mutator.defineShape({ references: 1, weak: 1, finalizable: true });
  const watches = [1, 2, 3].map(() => mutator.allocate(watch));
  // The second refers to the first, which refers to the third.
  const objects = [1, 2, 3].map(() => mutator.allocate(node));
  for (const [i, slot] of objects.entries()) {
    mutator.setInteger(mutator.get(slot), node, 0, i);
    mutator.setWeak(mutator.get(watches[i]!), watch, 0, mutator.get(slot));
  }
  mutator.setReference(mutator.get(objects[1]!), node, 0, mutator.get(objects[0]!));
  mutator.setReference(mutator.get(objects[0]!), node, 0, mutator.get(objects[2]!));
  const ready = (): number[] =>
    watches.flatMap((slot, i) => {
      const object = mutator.getReference(mutator.get(slot), watch, 0);
      if (object === 0) return [];
      assert.equal(mutator.getInteger(object, node, 0), i);
      mutator.setReference(mutator.get(slot), watch, 0, 0);
      return [i];
    });
  mutator.collect();
  assert.deepEqual(ready(), []);
  mutator.popTo(objects[0]!);
  for (const next of [1, 0, 2]) {
    mutator.collect();
    assert.deepEqual(ready(), [next]);
  }
  mutator.collect();
  assert.deepEqual(ready(), []);
}
