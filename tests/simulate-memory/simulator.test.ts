import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import fc from "fast-check";
import { freeManaged, installMachine, load32, Managed, state, stop } from "../../src/memory/memory.ts";
import { MemorySimulator } from "../../src/simulate/memory-simulator.ts";

afterEach(() => installMachine(undefined));

for (const wordSize of [4, 8] as const) {
  describe(`memory with ${wordSize}-byte words`, () => {
    it("gives back what was stored, by every width", () => {
      const memory = new MemorySimulator(wordSize);
      const a = memory.allocateBytes(64);
      memory.store8(a, -1);
      assert.equal(memory.load8(a), 255);
      memory.store16(a + 2, -2);
      assert.equal(memory.load16(a + 2), 65534);
      memory.store32(a + 4, -3);
      assert.equal(memory.load32(a + 4), 2 ** 32 - 3);
      assert.equal(memory.loadInt32(a + 4), -3);
      memory.storeFloat64(a + 8, Math.PI);
      assert.equal(memory.loadFloat64(a + 8), Math.PI);
      memory.storeWord(a + 16, a);
      assert.equal(memory.loadWord(a + 16), a);
      for (const n of [0, 1, -1, 2 ** 31, -(2 ** 32), 2 ** 53 - 1, 1 - 2 ** 53, -(2 ** 63)]) {
        memory.storeInt64(a + 24, n);
        assert.equal(memory.loadInt64(a + 24), n);
      }
    });

    it("is little endian", () => {
      const memory = new MemorySimulator(wordSize);
      const a = memory.allocateBytes(8);
      memory.storeInt64(a, 0x1_0203_0405_0607);
      assert.deepEqual(
        [0, 1, 2, 3, 4, 5, 6, 7].map((i) => memory.load8(a + i)),
        [7, 6, 5, 4, 3, 2, 1, 0],
      );
    });

    it("says 0 when there is no more", () => {
      const memory = new MemorySimulator(wordSize, { limit: 1000 });
      const a = memory.allocateBytes(900);
      assert.equal(memory.allocateBytes(101), 0);
      assert.equal(memory.reserveSpace(101), 0);
      memory.freeBytes(a);
      assert.notEqual(memory.reserveSpace(1000), 0);
    });

    it("never hands out an address twice", () => {
      const memory = new MemorySimulator(wordSize);
      const a = memory.allocateBytes(16);
      memory.freeBytes(a);
      assert.notEqual(memory.allocateBytes(16), a);
    });

    it("copies which bytes were written", () => {
      const memory = new MemorySimulator(wordSize);
      const a = memory.allocateBytes(16);
      const b = memory.allocateBytes(16);
      memory.store32(a + 8, 7);
      memory.copyBytes(b, a, 16);
      assert.equal(memory.load32(b + 8), 7);
      assert.throws(() => memory.load32(b), { fault: "uninitialised" });
    });

    it("copies like memmove, within and across pages", () => {
      const size = 40_000;
      const memory = new MemorySimulator(wordSize);
      const a = memory.reserveSpace(size);
      const expected = new Uint8Array(size);
      memory.clearBytes(a, size);
      for (let i = 0; i < size; i++) {
        expected[i] = i % 251;
        memory.store8(a + i, i % 251);
      }
      const range = fc.record({
        from: fc.nat(size - 1),
        distance: fc.oneof(fc.integer({ min: -64, max: 64 }), fc.integer({ min: -size, max: size })),
        n: fc.oneof(fc.nat(64), fc.nat(size)),
      });
      const check = ({ from, distance, n }: { from: number; distance: number; n: number }) => {
        const to = Math.min(Math.max(from + distance, 0), size - 1);
        const length = Math.min(n, size - from, size - to);
        memory.copyBytes(a + to, a + from, length);
        expected.copyWithin(to, from, from + length);
        for (let i = 0; i < size; i++) {
          if (memory.load8(a + i) !== expected[i]) assert.fail(`byte ${i} differs`);
        }
      };
      fc.assert(fc.property(range, check), { numRuns: 60 });
    });
  });
}

describe("heddle/memory", () => {
  it("says what is missing without a machine", () => {
    const message =
      "heddle/memory has no memory on Node: install a machine first, installMachine(new MemorySimulator(8))";
    assert.throws(() => load32(16), { message });
    assert.throws(() => state.limit, { message });
  });

  it("shows the state of the installed machine", () => {
    const memory = new MemorySimulator(8);
    installMachine(memory);
    state.freePointer = 80;
    assert.equal(memory.state.freePointer, 80);
    assert.equal(state.collections, 0);
  });

  it("stops with code and message", () => {
    installMachine(new MemorySimulator(8));
    assert.throws(() => stop(77, "no more"), { name: "MachineStop", code: 77, message: "no more" });
  });
});

class Chunk extends Managed {
  used = 0;
  next: Chunk | null = null;
  grow(): void {
    this.used++;
  }
}

describe("managed objects", () => {
  const start = () => {
    const memory = new MemorySimulator(8, { placeOf: () => place });
    installMachine(memory);
    return memory;
  };
  let place = "chunks.ts:1";

  it("are ordinary objects until they are freed", () => {
    const memory = start();
    const chunk = new Chunk();
    chunk.grow();
    assert.equal(chunk.used, 1);
    freeManaged(chunk);
    memory.checkLeaks();
  });

  it("cannot be used after that", () => {
    start();
    place = "chunks.ts:1";
    const chunk = new Chunk();
    place = "chunks.ts:7";
    freeManaged(chunk);
    const freed = "in the managed Chunk created at chunks.ts:1: freed, at chunks.ts:7";
    assert.throws(() => chunk.used, { fault: "freed", message: `read of used ${freed}` });
    assert.throws(
      () => {
        chunk.next = null;
      },
      { fault: "freed", message: `write of next ${freed}` },
    );
    assert.throws(() => chunk.grow(), { fault: "freed", message: `read of grow ${freed}` });
    assert.throws(() => freeManaged(chunk), {
      fault: "double-free",
      message: "free of the managed Chunk created at chunks.ts:1: freed already, at chunks.ts:7",
    });
  });

  it("are named when they are never freed", () => {
    const memory = start();
    place = "chunks.ts:3";
    new Chunk().grow();
    assert.throws(() => memory.checkLeaks(), {
      fault: "leak",
      message: "never freed, 0 bytes in all:\n  the managed Chunk created at chunks.ts:3",
    });
  });

  it("need no machine", () => {
    const chunk = new Chunk();
    chunk.grow();
    freeManaged(chunk);
    assert.equal(chunk.used, 1);
  });
});

describe("places", () => {
  it("are by default where our caller stands", () => {
    const memory = new MemorySimulator(8);
    memory.allocateBytes(8);
    assert.throws(() => memory.checkLeaks(), /allocated at simulate-memory.simulator\.test\.[jt]s:\d+$/);
  });
});
