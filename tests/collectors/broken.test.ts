import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CollectorRuntime } from "../../src/collectors/collector.ts";
import { checkSpace } from "../../src/collectors/parts/space-check.ts";
import * as semispace from "../../src/collectors/semispace/runtime.ts";
import {
  copyBytes,
  declareObject,
  poison,
  releaseSpace,
  reserveSpace,
  state,
} from "../../src/memory/memory.ts";
import { Mutator } from "./mutator.ts";
import { playAtRandom } from "./random-program.ts";

// What the simulator and the heap check are for: collectors with a mistake are caught, and told which.

const spaceSize = 8192;

/** Copies the first root and nothing that it leads to. */
function shallow(): CollectorRuntime {
  let space = 0;
  const take = () => {
    space = reserveSpace(spaceSize);
    poison(space, spaceSize);
    state.freePointer = space;
    state.limit = space + spaceSize;
  };
  return {
    initialize: take,
    allocateSlow: () => assert.fail("the test fits in one space"),
    collect() {
      const old = space;
      take();
      declareObject(space, 16);
      copyBytes(space, old, 16);
      state.freePointer = space + 16;
      releaseSpace(old, spaceSize);
    },
  };
}

describe("a broken collector", () => {
  it("that forgets to copy is caught at the first use", () => {
    const mutator = new Mutator(shallow(), 8, {}, { placeOf: () => "shallow.ts:1" });
    const node = mutator.defineShape({ references: 1 });
    const first = mutator.allocate(node);
    const second = mutator.allocate(node);
    mutator.setReference(mutator.get(first), node, 0, mutator.get(second));
    mutator.collect();
    mutator.set(first, mutator.state.freePointer - 16);
    const stale = mutator.getReference(mutator.get(first), node, 0);
    assert.throws(() => mutator.getReference(stale, node, 0), {
      fault: "bad-reference",
      message: /in the 8192 bytes at \w+, reserved at shallow.ts:1, freed at shallow.ts:1/,
    });
  });

  it("that misses some roots is caught by a random program", () => {
    const forgetful: CollectorRuntime = {
      ...semispace,
      collect: () => hiding(() => semispace.collect()),
      allocateSlow: (typeId, size) => hiding(() => semispace.allocateSlow(typeId, size)),
    };
    const hiding = <T>(action: () => T): T => {
      const { rootTop, rootBase } = state;
      if (rootTop > rootBase) state.rootTop = rootTop - 8;
      const result = action();
      state.rootTop = rootTop;
      return result;
    };
    const mutator = new Mutator(forgetful, 8, { gcStress: 200, gcCheck: 1 });
    assert.throws(() => playAtRandom(mutator, 1, 2000), { name: "MemoryError", fault: "bad-reference" });
  });

  it("that copies too little is caught by the heap check", () => {
    const mutator = new Mutator(semispace, 8, { heapMinimum: 2 * spaceSize });
    const node = mutator.defineShape({ references: 2 });
    const slot = mutator.allocate(node);
    const object = mutator.get(slot);
    const old = mutator.memory.reserveSpace(spaceSize);
    const check = () => checkSpace(object, mutator.state.freePointer, old, old + spaceSize);
    check();
    mutator.setReference(object, node, 1, old + 64);
    assert.throws(check, { code: 70, message: "heap check: a reference to the space that was given up" });
    mutator.setReference(object, node, 1, object + 8);
    assert.throws(check, { code: 70, message: "heap check: a reference into the middle of an object" });
    mutator.setReference(object, node, 1, object);
    check();
    mutator.set(slot, old);
    assert.throws(check, { code: 70, message: "heap check: a reference to the space that was given up" });
  });
});
