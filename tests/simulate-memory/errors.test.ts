import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { MemorySimulator } from "../../src/simulate/memory-simulator.ts";

// Each kind of error once, with its whole message.

let place = "";
let memory: MemorySimulator;

beforeEach(() => {
  place = "setup.ts:1";
  memory = new MemorySimulator(8, { placeOf: () => place });
});

function fails(action: () => void, fault: string, message: string): void {
  assert.throws(action, { name: "MemoryError", fault, message });
}

/** 32 bytes allocated at list.ts:1; the first block of a simulator is always here. */
function block(): number {
  place = "list.ts:1";
  const address = memory.allocateBytes(32);
  assert.equal(address, 0x1000004000);
  return address;
}

/** A poisoned space with objects of 16 and 24 bytes, one behind the other. */
function objects(): number {
  place = "heap.ts:9";
  const space = memory.reserveSpace(4096);
  memory.poison(space, 4096);
  memory.declareObject(space, 16);
  memory.declareObject(space + 16, 24);
  return space;
}

describe("an access", () => {
  it("to the null page", () => {
    fails(() => memory.load32(0), "null", "read of 4 bytes at 0x0: the null page");
    fails(() => memory.storeWord(16, 1), "null", "write of 8 bytes at 0x10: the null page");
  });

  it("to memory never allocated", () => {
    fails(() => memory.load8(0x20_0000), "unallocated", "read of 1 byte at 0x200000: never allocated");
    const a = block();
    fails(
      () => memory.store8(a + 32, 1),
      "unallocated",
      "write of 1 byte at 0x1000004020: never allocated, 0 past the end of the 32 bytes at 0x1000004000, allocated at list.ts:1",
    );
  });

  it("past the end of a space", () => {
    const space = objects();
    fails(
      () => memory.store32(space + 4100, 1),
      "arena-end",
      "write of 4 bytes at 0x1000005004: never allocated, 4 past the end of the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
  });

  it("to freed memory", () => {
    const a = block();
    place = "list.ts:5";
    memory.freeBytes(a);
    fails(
      () => memory.loadInt64(a + 8),
      "freed",
      "read of 8 bytes at 0x1000004008: in the 32 bytes at 0x1000004000, allocated at list.ts:1, freed at list.ts:5",
    );
  });

  it("to a released space", () => {
    const space = objects();
    place = "heap.ts:20";
    memory.releaseSpace(space, 4096);
    fails(
      () => memory.store8(space, 0),
      "freed",
      "write of 1 byte at 0x1000004000: in the 4096 bytes at 0x1000004000, reserved at heap.ts:9, freed at heap.ts:20",
    );
  });

  it("to a place without an object", () => {
    const space = objects();
    fails(
      () => memory.load32(space + 40),
      "poisoned",
      "read of 4 bytes at 0x1000004028: holds no object now, in the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
  });

  it("that reads what was never written", () => {
    const space = objects();
    memory.store16(space + 16, 1);
    fails(
      () => memory.load32(space + 16),
      "uninitialised",
      "read of 4 bytes at 0x1000004010: nothing was written to byte 2 of the object of 24 bytes at 0x1000004010, in the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
    const a = memory.allocateBytes(8);
    fails(
      () => memory.loadFloat64(a),
      "uninitialised",
      "read of 8 bytes at 0x100000c000: nothing was written to byte 0 of the 8 bytes at 0x100000c000, allocated at heap.ts:9",
    );
  });

  it("across the end of an object", () => {
    const space = objects();
    fails(
      () => memory.copyBytes(space + 16, space, 24),
      "object-end",
      "copy of 24 bytes from 0x1000004000: 8 bytes past the end of the object of 16 bytes at 0x1000004000, in the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
    const a = memory.allocateBytes(12);
    fails(
      () => memory.storeInt64(a + 8, 1),
      "object-end",
      "write of 8 bytes at 0x100000c008: 4 bytes past the end of the 12 bytes at 0x100000c000, allocated at heap.ts:9",
    );
    fails(
      () => memory.clearBytes(a, 13),
      "object-end",
      "clear of 13 bytes at 0x100000c000: 1 byte past the end of the 12 bytes at 0x100000c000, allocated at heap.ts:9",
    );
  });

  it("that is misaligned", () => {
    const a = block();
    memory.clearBytes(a, 32);
    fails(() => memory.load16(a + 1), "misaligned", "read of 2 bytes at 0x1000004001: not a multiple of 2");
    fails(
      () => memory.store32(a + 2, 1),
      "misaligned",
      "write of 4 bytes at 0x1000004002: not a multiple of 4",
    );
    fails(() => memory.loadWord(a + 4), "misaligned", "read of 8 bytes at 0x1000004004: not a multiple of 8");
  });

  it("at what is no address", () => {
    fails(() => memory.load8(Number.NaN), "bad-value", "read of 1 byte at NaN: not an address");
    fails(() => memory.load32(-8), "bad-value", "read of 4 bytes at -8: not an address");
    const a = block();
    fails(() => memory.store8(a + 0.5, 1), "bad-value", "write of 1 byte at 68719493120.5: not an address");
  });

  it("with an address cut to 32 bits", () => {
    const a = block();
    fails(() => memory.load8(a % 2 ** 32), "null", "read of 1 byte at 0x4000: the null page");
  });

  it("that stores what is no integer, no word", () => {
    const a = block();
    fails(() => memory.store32(a, 1.5), "bad-value", "write of an integer at 0x1000004000: 1.5 is not one");
    fails(() => memory.storeWord(a, -1), "bad-value", "write of a word at 0x1000004000: -1 is not one");
    const small = new MemorySimulator(4, { placeOf: () => place });
    const b = small.allocateBytes(8);
    fails(
      () => small.storeWord(b, 2 ** 32),
      "bad-value",
      "write of a word at 0x10004000: 4294967296 is not one",
    );
  });
});

describe("a free", () => {
  it("for the second time", () => {
    const a = block();
    place = "list.ts:5";
    memory.freeBytes(a);
    fails(
      () => memory.freeBytes(a),
      "double-free",
      "free of 0x1000004000: again, the 32 bytes at 0x1000004000, allocated at list.ts:1, freed at list.ts:5",
    );
  });

  it("of what is not the start of a block", () => {
    const a = block();
    fails(
      () => memory.freeBytes(a + 8),
      "bad-free",
      "free of 0x1000004008: not the start of a block, 8 bytes into the 32 bytes at 0x1000004000, allocated at list.ts:1",
    );
    fails(() => memory.freeBytes(0), "bad-free", "free of 0x0: nothing is allocated there");
  });

  it("of a part of a space", () => {
    const space = objects();
    fails(
      () => memory.releaseSpace(space, 1024),
      "bad-free",
      "release of 1024 bytes at 0x1000004000: not the whole of the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
  });

  it("that never happens", () => {
    const a = block();
    place = "list.ts:2";
    memory.allocateBytes(8);
    place = "list.ts:3";
    memory.reserveSpace(4096);
    memory.freeBytes(a);
    place = "list.ts:4";
    memory.allocateBytes(1);
    fails(
      () => memory.checkLeaks(),
      "leak",
      "never freed, 9 bytes in all:\n" +
        "  the 8 bytes at 0x1000004040, allocated at list.ts:2\n" +
        "  the 1 byte at 0x1000004070, allocated at list.ts:4",
    );
  });
});

describe("a reference", () => {
  it("to a place given up", () => {
    const space = objects();
    memory.checkReference(space + 16);
    memory.poison(space, 4096);
    fails(
      () => memory.checkReference(space + 16),
      "bad-reference",
      "reference to 0x1000004010: holds no object now, in the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
    place = "heap.ts:20";
    memory.releaseSpace(space, 4096);
    fails(
      () => memory.referenceAt(space),
      "bad-reference",
      "reference to 0x1000004000: in the 4096 bytes at 0x1000004000, reserved at heap.ts:9, freed at heap.ts:20",
    );
  });

  it("into the middle of an object", () => {
    const space = objects();
    fails(
      () => memory.checkReference(space + 24),
      "bad-reference",
      "reference to 0x1000004018: not the start of an object, inside the object of 24 bytes at 0x1000004010, in the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
  });

  it("whose field is beyond the object, or that is null", () => {
    const space = objects();
    memory.checkField(space, 8, 8);
    fails(
      () => memory.checkField(space, 16, 8),
      "object-end",
      "field of 8 bytes at offset 16: 8 bytes past the end of the object of 16 bytes at 0x1000004000, in the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
    fails(() => memory.checkField(0, 8, 8), "null", "field at offset 8: of a null reference");
  });
});

describe("an object", () => {
  it("on top of another one", () => {
    const space = objects();
    fails(
      () => memory.declareObject(space + 8, 16),
      "overlap",
      "object of 16 bytes at 0x1000004008: on top of the object of 16 bytes at 0x1000004000",
    );
  });

  it("beyond the end of its space", () => {
    const space = objects();
    fails(
      () => memory.declareObject(space + 4088, 16),
      "arena-end",
      "object of 16 bytes at 0x1000004ff8: 8 past the end of the 4096 bytes at 0x1000004000, reserved at heap.ts:9",
    );
  });

  it("outside of everything", () => {
    fails(
      () => memory.declareObject(0x1000004000, 16),
      "unallocated",
      "object at 0x1000004000: nothing is allocated there",
    );
  });

  it("that is misaligned", () => {
    const space = objects();
    fails(
      () => memory.declareObject(space + 44, 16),
      "misaligned",
      "object of 16 bytes at 0x100000402c: not multiples of 8",
    );
  });
});
