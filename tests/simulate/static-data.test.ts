/** Static data of woven programs, looked at with the collectors' own eyes. */
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import {
  fieldOffset,
  firstItem,
  hasReferenceItems,
  hasValueItems,
  itemCount,
  objectSize,
  referenceFields,
  typeOf,
  valueFields,
} from "../../src/collectors/parts/type-tables.ts";
import { parseProgram } from "../../src/graph/parse.ts";
import { installMachine } from "../../src/memory/memory.ts";
import { LowLevel } from "../../src/simulate/interpreter/low/low-level.ts";
import { CollectedOutput } from "../../src/simulate/interpreter/output.ts";

const text = `program woven @main

struct @AnyString {
  field length: int
}
struct @String extends @AnyString item u8 {
  field hash: u32
  field wide: u32
}
struct @Node zeroed {
  field count: int
  field v: value
  field flag: bool
  field next: ref
  field other: ref
  vtable [@main]
}
struct @Nodes item ref zeroed {
}
struct @Values item value zeroed {
}

static @a = Node {
  field count = 7
  field next = static:b
  field v = value:true
}
static @b = Node {
  field next = static:a
  field other = "two"
}
static @both = Nodes {
  items [ static:a, static:b, nil ]
}
static @values = Values {
  items [ value:null, value:undefined ]
}

global @first: ref = static:a
global @count: int = 3
global @any: value = value:false

func @main -> void {
b0:
  return
}
`;

for (const wordSize of [4, 8] as const) {
  describe(`static data with words of ${wordSize} bytes`, () => {
    const run = new LowLevel(parseProgram(text), {
      wordSize,
      args: [],
      output: new CollectedOutput(),
      maximumDepth: 100,
      settings: {},
      initialize: undefined,
      report: undefined,
      allocators: [],
    });
    const { heap, memory } = run;
    const at = (name: string): number => {
      installMachine(memory);
      return heap.staticObject(name) as number;
    };
    afterEach(() => installMachine(undefined));

    test("a type info tells where the references and values are", () => {
      const a = at("a");
      const type = typeOf(a);
      assert.equal(type, heap.typeId("Node"));
      assert.equal(referenceFields(type), 2);
      assert.equal(valueFields(type), 1);
      assert.equal(objectSize(a), wordSize === 8 ? 48 : 40);
      assert.equal(memory.loadWord(a + fieldOffset(type, 0)), at("b"));
      assert.equal(memory.load32(a + fieldOffset(type, 2)), 6);
    });

    test("references that lead in circles, and to strings", () => {
      const b = at("b");
      const type = typeOf(b);
      assert.equal(memory.loadWord(b + fieldOffset(type, 0)), at("a"));
      const string = memory.loadWord(b + fieldOffset(type, 1));
      assert.equal(string, heap.string("two"));
      assert.equal(itemCount(string, typeOf(string)), 3);
      assert.equal(memory.load8(firstItem(string, typeOf(string)) + 1), "w".charCodeAt(0));
    });

    test("items are references or values", () => {
      const both = at("both");
      assert.ok(hasReferenceItems(typeOf(both)) && !hasValueItems(typeOf(both)));
      assert.equal(memory.loadWord(firstItem(both, typeOf(both)) + wordSize), at("b"));
      const values = at("values");
      assert.ok(hasValueItems(typeOf(values)) && !hasReferenceItems(typeOf(values)));
      assert.equal(memory.load32(firstItem(values, typeOf(values))), 2);
    });

    test("static roots are the globals that may hold references, and the pending exception", () => {
      const a = at("a");
      const { staticRoots, staticRootCount } = memory.state;
      const slots = Array.from({ length: staticRootCount }, (_, i) => memory.load32(staticRoots + 4 * i));
      assert.deepEqual(
        slots.map((slot) => memory.loadInt64(slot)),
        [a, 4, 0],
      );
      heap.woven?.setException(1.5);
      assert.notEqual(memory.loadInt64(slots[2]!), 0);
      assert.equal(heap.woven?.takeException(), 1.5);
      assert.equal(memory.loadInt64(slots[2]!), 0);
    });
  });
}
