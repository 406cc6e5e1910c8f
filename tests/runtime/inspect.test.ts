import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { format as nodeFormat, inspect as nodeInspect } from "node:util";
import fc from "fast-check";
import { propertyStates, reflectedKinds } from "../../src/graph/well-known.ts";
import { itemsOfValues } from "../../src/memory/array-primitives.ts";
import { allocateBytes, installMachine, store8 } from "../../src/memory/memory.ts";
import { installServices } from "../../src/memory/system-services.ts";
import { reportUncaught } from "../../src/runtime/exceptions.ts";
import { format } from "../../src/runtime/inspect/format.ts";
import { inspect } from "../../src/runtime/inspect/inspect.ts";
import * as kinds from "../../src/runtime/inspect/kinds.ts";
import { displayWidth } from "../../src/runtime/inspect/width.ts";
import { writeText } from "../../src/runtime/output/write.ts";
import { concat } from "../../src/runtime/strings/concat.ts";
import { MachineStop } from "../../src/simulate/memory-error.ts";
import { MemorySimulator } from "../../src/simulate/memory-simulator.ts";

// Node is the oracle. The run-time keeps its output buffer, so all tests share one memory.
installMachine(new MemorySimulator(8));

function same(...values: unknown[]): void {
  for (const value of values) assert.equal(inspect(value), nodeInspect(value));
}

function sameFormat(...values: unknown[]): void {
  assert.equal(format(itemsOfValues(values), values.length), nodeFormat(...values));
}

class Point {
  x = 1;
  y = 2;
}

class Empty {}

class Tree {
  left: Tree | null = null;
  right: Tree | undefined;
  label: string;
  constructor(label: string) {
    this.label = label;
  }
}

describe("inspect", () => {
  it("of primitives", () => {
    same(undefined, null, true, false, 0, -0, 1.5, NaN, Infinity, -Infinity, 1e21, 1e-7, 2 ** 53);
  });

  it("of strings, in the quotes that need least", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: one of the cases that Node tells apart.
    same("", "plain", "it's", 'say "no"', `it's "both"`, "`'\"", "${'\"}", "'${\"`", "\\", "back`tick");
    same(
      "\n\t\b\f\r\v\0\x1b\x7f\x80\x9f\xa0",
      "é日本😀",
      "\ud800",
      "\udc00x",
      "\ud83d\ud83d\ude00",
      "\ud83d\n",
    );
  });

  it("of long strings, which break after their lines", () => {
    const line = "a line of some words that goes on for a while and then ends\n";
    same({ text: line.repeat(3) }, [line.repeat(2), "short\nlines"], line.repeat(4), "x".repeat(200), [
      `${line}end`,
    ]);
    same("y".repeat(10001), "z".repeat(10002), ["'".repeat(10500)]);
  });

  it("of arrays, objects and instances", () => {
    same([], {}, [1, 2, 3], [[], {}], { a: 1, b: "two", c: [3] }, new Point(), new Empty(), [
      new Point(),
      new Empty(),
    ]);
    same([undefined, null, -0], { u: undefined, n: null }, [["a"], ["b", ["c", ["d", ["e"]]]]]);
    same(
      { a: { b: { c: {} } } },
      { a: { b: { c: { d: 1 } } } },
      { a: { b: { c: [] } } },
      { a: { b: [[1]] } },
    );
    same({ a: { b: { c: new Point() } } }, { a: { b: { c: new Empty() } } });
    same(new Tree("root"), Object.assign(new Tree("root"), { left: new Tree("leaf") }));
  });

  it("of keys that are no identifiers", () => {
    same({ valid_1: 1, $: 2, "a b": 3, "1": 4, "": 5, "it's": 6, é: 7, "a\nb": 8, _x: 9, "9a": 10 });
    same(JSON.parse('{ "__proto__": 1 }'));
  });

  it("of accessors of literals", () => {
    const one = {
      a: 1,
      get b() {
        return 2;
      },
      set c(_: number) {},
      get d() {
        return 3;
      },
      set d(_: number) {},
    };
    same(one, [one]);
  });

  it("of functions", () => {
    function named(): void {}
    same(named, () => {}, [named, () => {}], { f: named });
  });

  it("of what contains itself", () => {
    const ring: { name: string; next?: unknown } = { name: "ring" };
    ring.next = ring;
    const list: unknown[] = [1];
    list.push(list, [list]);
    const both = { ring, list, again: {} as object };
    both.again = both;
    const point = Object.assign(new Point(), { self: {} as object });
    point.self = point;
    same(ring, list, both, point, { deep: { ring } }, [ring, ring]);
  });

  it("of things that are met twice but not inside themselves", () => {
    const shared = new Point();
    same([shared, shared], { a: shared, b: { c: shared } });
  });

  it("of long arrays in columns", () => {
    for (let n = 5; n < 130; n++) {
      const all = Array.from({ length: n }, (_, i) => i);
      same(
        all,
        all.map(String),
        all.map((i) => i * i),
        all.map((i) => -i / 3),
        { all },
      );
      same(
        all.map((i) => "ab".repeat(i % 9)),
        all.map((i) => [i]),
        all.map((i) => (i % 5 ? i : `s${i}`)),
      );
      same(
        [[[all]]],
        all.map((i) => ({ i })),
        all.map(() => true),
      );
    }
  });

  it("of long arrays of wide and combining characters", () => {
    const signs = ["日本", "é", "e\u0301", "😀", "ｱ", "\u200b", "한국어", "x", "Ж", "\u00ad"];
    for (let n = 7; n < 40; n++) same(Array.from({ length: n }, (_, i) => signs[(i * 7) % signs.length]));
  });

  it("of objects about as wide as a line", () => {
    for (let n = 1; n < 90; n++) {
      same({ key: "k".repeat(n) }, ["e".repeat(n), "f"], { a: ["g".repeat(n)], b: { c: 1 } }, [
        { a: "h".repeat(n) },
      ]);
      same({ a: { b: { c: {}, d: "i".repeat(n) } } }, Object.assign(new Point(), { z: "j".repeat(n) }));
      same(Array.from({ length: 6 }, (_, i) => "l".repeat((n * i) % 17)));
      const wide = Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, i]));
      same(wide, { wide }, [wide, wide]);
    }
  });

  it("of whatever there may be", () => {
    const leaf = fc.oneof(
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(undefined, null, -0, new Point(), new Empty(), () => 1),
      fc.string({ maxLength: 30 }),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.string({ unit: fc.constantFrom("a", "'", '"', "`", "\n", " "), maxLength: 90 }),
    );
    const key = fc.oneof(
      fc.constantFrom("a", "b", "name", "value"),
      fc.string({ minLength: 1, maxLength: 6 }),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        leaf,
        fc.array(tie("value"), { maxLength: 9 }),
        fc.array(fc.integer(), { maxLength: 120 }),
        fc.array(leaf, { maxLength: 30 }),
        fc.dictionary(key, tie("value"), { maxKeys: 7 }).map((one) => Object.assign({}, one)),
        fc.dictionary(key, tie("value"), { maxKeys: 4 }).map((one) => Object.assign(new Empty(), one)),
      ),
    }));
    fc.assert(
      fc.property(value!, (one) => same(one)),
      { numRuns: 800 },
    );
  });
});

describe("inspect of errors, whose stacks have no frames here", () => {
  const limit = Error.stackTraceLimit;
  beforeEach(() => {
    Error.stackTraceLimit = 0;
  });
  afterEach(() => {
    Error.stackTraceLimit = limit;
  });

  class ParseError extends Error {}
  class Failure extends RangeError {
    code = 7;
  }
  class Odd extends Error {
    detail = { line: 3, near: ["x"] };
  }

  it("plain ones and subclasses", () => {
    same(
      new Error("bad"),
      new Error(""),
      new TypeError("not this"),
      new ParseError("here"),
      new ParseError(),
    );
    same(new Failure("far"), new Odd("strange"), [new Error("in array")], {
      error: new Failure("in object"),
    });
  });

  it("of several lines, and deep inside", () => {
    same({ error: new Error("first\nsecond") }, { a: { b: { c: { d: new Error("deep") } } } });
    same({ a: { b: { c: new Failure("deep") } } }, [[new Error("a\nb\nc")]]);
  });

  it("with a cause", () => {
    same(
      new Error("outer", { cause: new TypeError("inner") }),
      new Failure("far"),
      new Error("x", { cause: "text" }),
    );
    same(Object.assign(new Error("outer", { cause: new Error("inner") }), { code: 1 }));
  });
});

describe("displayWidth", () => {
  it("is Node's, by the columns of an array", { skip: process.versions.unicode !== "17.0" }, () => {
    // In the middle of a column an element is padded to the width of the others: so Node tells how wide it is.
    const widthByNode = (text: string): number => {
      const lines = nodeInspect([text, 1, "wwwwwwwww", 1, "wwwwwwwww", 1, "wwwwwwwww", 1, 2, 3, 4, 5]).split(
        "\n",
      );
      const first = lines[1]!;
      const column = first.indexOf("1,") - first.indexOf(text) - text.length - "', ".length;
      return 9 - column;
    };
    for (let point = 0xa1; point < 0x20000; point += 7) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const text = String.fromCodePoint(point);
      if (text.normalize("NFC") !== text || /\p{Mn}/u.test(text)) continue;
      assert.equal(displayWidth(text), widthByNode(text), point.toString(16));
    }
  });

  it("of control characters and combining ones", () => {
    assert.equal(displayWidth("a\nb\x7f"), 2);
    assert.equal(displayWidth("e\u0301"), 1);
    assert.equal(displayWidth("日本"), 4);
    assert.equal(displayWidth("😀!"), 3);
  });
});

describe("format", () => {
  it("places values by directive", () => {
    sameFormat("%s is %d years", "Ada", 36);
    sameFormat("%i|%f|%s|%d", 3.7, 3.7, 3.7, 3.7);
    sameFormat("%%|%s|%%", "a", "extra", { a: 1 });
    sameFormat("%s %s", "one");
    sameFormat("%d %s", "x", -0);
    sameFormat("%c styled", "color: red");
    sameFormat("%x %s%", 1, 2);
    sameFormat("100%", 5);
    sameFormat("%", 5);
    sameFormat("%%", 5);
    sameFormat("%s", "%s", "x");
    sameFormat(5, "%s", "x");
    sameFormat({ a: 1 }, "text", [1]);
    sameFormat("%O and %o", { a: { b: { c: { d: 1 } } } }, { a: { b: { c: { d: { e: { f: 1 } } } } } });
    sameFormat("%o", [1, "a", [2]]);
    sameFormat(
      "%o %o",
      [],
      Array.from({ length: 9 }, (_, i) => i),
    );
    sameFormat("%s %s %s", [1, [2, [3]]], { a: { b: 1 } }, null);
    sameFormat("%i %i %i %i", "12px", "x", null, [5, 6]);
    sameFormat("%f %f %f", "1.5e3x", true, {});
    sameFormat("%d %d %d %d %d", null, undefined, true, [], [7]);
    sameFormat("%d %d %d", {}, [1, 2], "0x10");
  });

  it("prints JSON", () => {
    sameFormat("%j", {
      a: [1, null, undefined, 'q"\\\n\u0001\ud800é'],
      b: undefined,
      c: { d: NaN, e: -0, f: true },
    });
    sameFormat("%j %j %j", "text", undefined, () => {});
    const ring: { next?: unknown } = {};
    ring.next = ring;
    sameFormat("%j", ring);
    const shared = {};
    sameFormat("%j", [shared, shared, {}, []]);
  });

  it("of any pattern and any primitives", () => {
    const pattern = fc.string({
      unit: fc.constantFrom("%", "s", "d", "i", "f", "j", "O", "c", "x", " "),
      maxLength: 12,
    });
    const value = fc.oneof(
      fc.integer(),
      fc.double(),
      fc.string(),
      fc.constantFrom(null, undefined, true, -0),
    );
    fc.assert(
      fc.property(pattern, fc.array(value, { maxLength: 4 }), (text, values) => sameFormat(text, ...values)),
      { numRuns: 3000 },
    );
  });

  it("calls what objects have for it", () => {
    sameFormat("%s %s", new Point(), { toString: () => "mine" });
    sameFormat("%j %j", new Point(), { toJSON: () => "mine" });
  });

  it("stops where it cannot know what Node would show", () => {
    assert.throws(() => format(itemsOfValues(["%s", () => 1]), 2), MachineStop);
    assert.throws(() => format(itemsOfValues(["%o", new Error("x")]), 2), MachineStop);
  });
});

describe("output", () => {
  let written: [number, number[]][] = [];
  beforeEach(() => {
    written = [];
    installServices({ write: (file, bytes) => void written.push([file, [...bytes]]) });
  });
  afterEach(() => {
    installServices({});
  });

  const outputOf = (file: number): string =>
    Buffer.from(written.filter(([one]) => one === file).flatMap(([, bytes]) => bytes)).toString("utf8");

  /** Written to memory, as the operating system hands texts over. */
  function place(text: string): [number, number] {
    const bytes = new TextEncoder().encode(text);
    const address = allocateBytes(bytes.length);
    for (const [i, byte] of bytes.entries()) store8(address + i, byte);
    return [address, bytes.length];
  }

  it("writes UTF-8, and U+FFFD for surrogates alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), fc.string({ maxLength: 40 }), (a, b) => {
        written = [];
        writeText(1, concat(a, b));
        assert.equal(outputOf(1), Buffer.from(a + b).toString("utf8"));
      }),
    );
    written = [];
    writeText(1, "\ud83dx\ude00\ud83d");
    assert.equal(outputOf(1), "\ufffdx\ufffd\ufffd");
  });

  it("writes texts longer than the buffer, whatever stands at its end", () => {
    for (const text of ["a", "é", "日", "😀"]) {
      for (let n = 4090; n < 4100; n++) {
        written = [];
        const whole = "x".repeat(n) + text.repeat(5000);
        writeText(2, whole);
        assert.equal(outputOf(2), whole);
        assert.equal(outputOf(1), "");
      }
    }
  });

  it("writes nothing for an empty text", () => {
    writeText(1, "");
    assert.deepEqual(written, []);
  });

  it("reports uncaught errors with the places they passed", () => {
    const places = [place("main.ts:3:7"), place("main.ts:9:1")];
    installServices({ trace: places, write: (file, bytes) => void written.push([file, [...bytes]]) });
    reportUncaught(new RangeError("too far"));
    assert.equal(outputOf(2), "Uncaught RangeError: too far\n    at main.ts:3:7\n    at main.ts:9:1\n");
    assert.equal(outputOf(1), "");
  });

  it("reports what is no error as inspect shows it", () => {
    for (const thrown of ["text", 5, -0, null, undefined, true, { a: 1 }, [1], () => {}]) {
      written = [];
      reportUncaught(thrown);
      assert.equal(outputOf(2), `Uncaught ${nodeInspect(thrown)}\n`);
    }
    written = [];
    reportUncaught(new Error());
    assert.equal(outputOf(2), "Uncaught Error\n");
  });
});

it("kinds of objects and states of properties are those of the graphs", () => {
  assert.deepEqual([0, 1, 2, 3], [kinds.absentState, kinds.valueState, kinds.getterState, kinds.setterState]);
  assert.deepEqual(propertyStates, { absent: 0, value: 1, getter: 2, setter: 3, accessors: 4, hidden: 5 });
  assert.deepEqual(
    {
      array: kinds.arrayKind,
      function: kinds.functionKind,
      error: kinds.errorKind,
      literal: kinds.literalKind,
      map: kinds.mapKind,
      set: kinds.setKind,
      weak: kinds.weakKind,
      typedArray: kinds.typedArrayKind,
      promise: kinds.promiseKind,
      text: kinds.textKind,
      object: 0,
    },
    { ...reflectedKinds },
  );
});
