import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { longestWithoutRope } from "../../src/graph/well-known.ts";
import { itemsOfValues } from "../../src/memory/array-primitives.ts";
import { allocateBytes, installMachine, store8 } from "../../src/memory/memory.ts";
import {
  allocateString,
  finishString,
  isJoined,
  isRope,
  isWide,
  newRope,
  setByteUnit,
  setWideUnit,
} from "../../src/memory/string-primitives.ts";
import { installServices } from "../../src/memory/system-services.ts";
import { programArguments } from "../../src/runtime/process/arguments.ts";
import { compare, equal, equalsShort } from "../../src/runtime/strings/compare.ts";
import { concat, longestCopy, maxLength } from "../../src/runtime/strings/concat.ts";
import { flat } from "../../src/runtime/strings/flat.ts";
import { hash } from "../../src/runtime/strings/hash.ts";
import { join } from "../../src/runtime/strings/join.ts";
import { toLowerCase, toUpperCase } from "../../src/runtime/strings/letter-case.ts";
import { padEnd, padStart, repeat } from "../../src/runtime/strings/repeat.ts";
import { indexOf, lastIndexOf, matchesAt } from "../../src/runtime/strings/search.ts";
import { between } from "../../src/runtime/strings/slice.ts";
import { split } from "../../src/runtime/strings/split.ts";
import { trim } from "../../src/runtime/strings/trim.ts";
import {
  charAt,
  codePointString,
  fromUnit,
  nextCodePoint,
  unitAt,
  unitString,
} from "../../src/runtime/strings/units.ts";
import { decodeUtf8 } from "../../src/runtime/strings/utf8.ts";
import { MemorySimulator } from "../../src/simulate/memory-simulator.ts";

// Node is the oracle: each function against the method of its name, on strings that are flat or ropes.

/** Latin-1, wide, and surrogates alone and in pairs. */
const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom("a", "b", "c", " ", "\n", "é", "ß", "ÿ", "\u00a0", "\u0000"),
    fc.constantFrom("Ā", "日", "本", "Σ", "\u2028", "\ufeff", "\uffff", "\ud83d", "\ude00", "😀"),
  ),
  maxLength: 40,
});
const narrow = fc.string({ unit: fc.constantFrom("a", "b", "é", " "), maxLength: 12 });
const anyText = fc.oneof(texts, narrow);

/** The string in pieces: a rope, or the string itself where it is short. */
function pieces(text: string, cut: number): string {
  const at = clamp(cut, text.length);
  return concat(concat(text.slice(0, at >> 1), text.slice(at >> 1, at)), text.slice(at));
}

function check<T extends unknown[]>(
  test: (...args: T) => void,
  ...args: { [K in keyof T]: fc.Arbitrary<T[K]> }
): void {
  fc.assert(
    fc.property(fc.tuple(...args), (all) => test(...(all as T))),
    { numRuns: 1000 },
  );
}

const index = fc.integer({ min: -3, max: 45 });

function clamp(n: number, length: number): number {
  return Math.max(0, Math.min(n, length));
}

function list(made: object): string[] {
  return made as string[];
}

describe("flat strings and ropes", () => {
  it("concatenates", () => {
    check((a: string, b: string) => assert.equal(flat(concat(a, b)), a + b), texts, texts);
  });

  it("copies short strings, and makes ropes of long ones", () => {
    assert.equal(isRope(concat("short", "er")), false);
    const rope = concat("a".repeat(100), "b");
    assert.equal(isRope(rope) && isJoined(rope), true);
    assert.equal(rope.length, 101);
    flat(rope);
    assert.equal(isJoined(rope), false);
    assert.equal(flat(rope), `${"a".repeat(100)}b`);
  });

  it("gives back the other string beside an empty one", () => {
    assert.equal(concat("", "text"), "text");
    assert.equal(concat("text", ""), "text");
  });

  it("flattens ropes of any shape", () => {
    type Tree = string | [Tree, Tree];
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof({ depthSize: "large" }, fc.string(), fc.tuple(tie("tree"), tie("tree"))),
    }));
    const rope = (one: Tree): string =>
      typeof one === "string" ? one : newRope(rope(one[0]), rope(one[1]), text(one).length);
    const text = (one: Tree): string => (typeof one === "string" ? one : text(one[0]) + text(one[1]));
    check((one: Tree) => assert.equal(flat(rope(one)), text(one)), tree);
  });

  it("flattens ropes that are deep on either side, without recursion", () => {
    let left = "é".repeat(40);
    let right = "日".repeat(40);
    for (let i = 0; i < 100000; i++) {
      left = concat(left, "x");
      right = concat("y", right);
    }
    const both = concat(left, right);
    assert.equal(both.length, 200080);
    assert.equal(flat(both), "é".repeat(40) + "x".repeat(100000) + "y".repeat(100000) + "日".repeat(40));
    assert.equal(flat(left), "é".repeat(40) + "x".repeat(100000));
  });

  it("throws a RangeError for a string that is too long", () => {
    const half = newRope("a", "b", maxLength);
    assert.throws(() => concat(half, "c"), { name: "RangeError", message: "Invalid string length" });
    assert.equal(concat(newRope("a", "b", maxLength - 1), "c").length, maxLength);
  });

  it("says of ropes too whether they are wide", () => {
    assert.equal(isWide(concat("a".repeat(40), "b")), false);
    assert.equal(isWide(concat("a".repeat(40), "Ā")), true);
  });
});

describe("the primitives on Node name misuse", () => {
  it("of the wrong width, beyond the end, of what was never written", () => {
    const bytes = allocateString(2, false);
    assert.throws(() => setWideUnit(bytes, 0, 5), /other width/);
    assert.throws(() => setByteUnit(bytes, 2, 5), /no unit at 2/);
    assert.throws(() => setByteUnit(bytes, 0, 256), /256 is no unit/);
    setByteUnit(bytes, 0, 65);
    assert.throws(() => finishString(bytes), /never written/);
    setByteUnit(bytes, 1, 66);
    assert.equal(finishString(bytes), "AB");
  });

  it("of a wide string that could be narrow", () => {
    const wide = allocateString(1, true);
    setWideUnit(wide, 0, 65);
    assert.throws(() => finishString(wide), /without a wide unit/);
  });
});

describe("comparison", () => {
  it("equal", () => {
    check(
      (a: string, b: string, cut: number) => {
        assert.equal(equal(pieces(a, cut), b), a === b);
        assert.equal(equal(pieces(a, cut), pieces(a, cut + 3)), true);
      },
      anyText,
      anyText,
      index,
    );
  });

  it("compares with constants that are too short for ropes, and translation knows how short that is", () => {
    assert.equal(longestCopy, longestWithoutRope);
    check(
      (a: string, b: string, cut: number) => {
        const short = b.slice(0, longestCopy);
        assert.equal(equalsShort(pieces(a, cut), short), a === short);
        assert.equal(equalsShort(pieces(short, cut), short), true);
      },
      anyText,
      anyText,
      index,
    );
  });

  it("compare, by UTF-16 units", () => {
    check(
      (a: string, b: string, cut: number) => {
        assert.equal(Math.sign(compare(pieces(a, cut), b)), a < b ? -1 : a > b ? 1 : 0);
      },
      anyText,
      anyText,
      index,
    );
    const one = concat("a".repeat(40), "b");
    assert.equal(compare(one, one), 0);
  });

  it("hashes equal strings alike, and others mostly apart", () => {
    check((a: string, cut: number) => assert.equal(hash(pieces(a, cut)), hash(a)), texts, index);
    const seen = new Set(Array.from({ length: 10000 }, (_, i) => hash(`key${i}`)));
    assert.equal(seen.size > 9990, true);
    assert.equal(Number.isInteger(hash("")) && hash("") > 0, true);
  });
});

describe("units", () => {
  it("unitAt, charAt, unitString", () => {
    check(
      (text: string, cut: number, at: number) => {
        const rope = pieces(text, cut);
        const unit = text.charCodeAt(at);
        assert.equal(unitAt(rope, at), Number.isNaN(unit) ? -1 : unit);
        assert.equal(charAt(rope, at), text.charAt(at));
        if (at >= 0 && at < text.length) assert.equal(unitString(rope, at), text[at]);
      },
      texts,
      index,
      index,
    );
  });

  it("iterates by code points", () => {
    check((text: string) => {
      const found: string[] = [];
      for (let at = 0; at < text.length; at = nextCodePoint(text, at)) found.push(codePointString(text, at));
      assert.deepEqual(found, [...text]);
    }, texts);
  });

  it("fromCharCode of any number of units", () => {
    for (const code of [0, 65, 255, 256, 0xd800, 0xffff, 65 + 65536, -1, -65536 + 66, 2 ** 40]) {
      assert.equal(fromUnit(code), String.fromCharCode(code));
    }
    assert.equal(fromUnit(233), fromUnit(233));
  });
});

describe("slices and searches", () => {
  it("between", () => {
    check(
      (text: string, cut: number, a: number, b: number) => {
        const from = clamp(a, text.length);
        const to = clamp(b, text.length);
        assert.equal(flat(between(pieces(text, cut), from, to)), text.slice(from, to));
      },
      texts,
      index,
      index,
      index,
    );
  });

  it("indexOf, lastIndexOf, matchesAt", () => {
    const patterns = fc.string({ unit: fc.constantFrom("a", "b", "é", "日", "\ud83d"), maxLength: 3 });
    check(
      (text: string, pattern: string, cut: number, from: number) => {
        const rope = pieces(text, cut);
        assert.equal(indexOf(rope, pattern, from), text.indexOf(pattern, from));
        assert.equal(lastIndexOf(rope, pattern, from), text.lastIndexOf(pattern, from));
        assert.equal(lastIndexOf(rope, pattern, maxLength), text.lastIndexOf(pattern));
        assert.equal(matchesAt(rope, pattern, from), text.startsWith(pattern, from));
        const start = clamp(from, text.length) - pattern.length;
        if (start >= 0)
          assert.equal(matchesAt(rope, pattern, start), text.endsWith(pattern, clamp(from, text.length)));
      },
      fc.string({ unit: fc.constantFrom("a", "b", "é", "日", "\ud83d"), maxLength: 60 }),
      patterns,
      index,
      index,
    );
  });

  it("finds the whole text, and what is longer nowhere", () => {
    assert.equal(indexOf("abc", "abc", 0), 0);
    assert.equal(indexOf("abc", "abcd", 0), -1);
    assert.equal(lastIndexOf("", "a", 0), -1);
    assert.equal(matchesAt("日本", "日本語", 0), false);
  });

  it("split", () => {
    check(
      (text: string, separator: string, cut: number, limit: number) => {
        const rope = pieces(text, cut);
        assert.deepEqual(list(split(rope, separator, 2 ** 32 - 1)).map(flat), text.split(separator));
        assert.deepEqual(list(split(rope, separator, limit)).map(flat), text.split(separator, limit));
      },
      texts,
      fc.oneof(fc.constantFrom("", "a", "ab", " ", "日", "\ud83d"), texts),
      index,
      fc.integer({ min: -1, max: 5 }),
    );
    assert.deepEqual(list(split("", "", 5)), []);
    assert.deepEqual(list(split("", "x", 5)), [""]);
  });
});

describe("joins, repetition, padding, trimming", () => {
  it("join", () => {
    check(
      (parts: string[], separator: string) => {
        const storage = itemsOfValues(parts.map((one) => pieces(one, 20)));
        assert.equal(flat(join(storage, parts.length, separator)), parts.join(separator));
      },
      fc.array(anyText, { maxLength: 8 }),
      anyText,
    );
  });

  it("join takes only so many items as it is told", () => {
    assert.equal(join(itemsOfValues(["a", "b", undefined]), 2, "-"), "a-b");
  });

  it("repeat", () => {
    check(
      (text: string, cut: number, count: number) =>
        assert.equal(flat(repeat(pieces(text, cut), count)), text.repeat(count)),
      texts,
      index,
      fc.nat(5),
    );
    assert.throws(() => repeat("a", -1), { name: "RangeError", message: "Invalid count value: -1" });
    assert.throws(() => repeat("a", 2 ** 40), {
      name: "RangeError",
      message: "Invalid count value: Infinity",
    });
    assert.throws(() => repeat("a", -(2 ** 40)), { message: "Invalid count value: -Infinity" });
    assert.throws(() => repeat("ab", 2 ** 29), { name: "RangeError", message: "Invalid string length" });
    assert.throws(() => repeat("a", 2 ** 39), { name: "RangeError", message: "Invalid string length" });
    assert.equal(repeat("", 2 ** 39), "");
  });

  it("padStart and padEnd", () => {
    check(
      (text: string, length: number, filler: string) => {
        assert.equal(flat(padStart(text, length, filler)), text.padStart(length, filler));
        assert.equal(flat(padEnd(text, length, filler)), text.padEnd(length, filler));
      },
      texts,
      fc.integer({ min: -1, max: 60 }),
      fc.oneof(fc.constantFrom("", " ", "ab", "é日"), texts),
    );
    assert.throws(() => padEnd("a", 2 ** 30, " "), { name: "RangeError", message: "Invalid string length" });
    assert.equal(padEnd("a", 2 ** 30, ""), "a");
  });

  it("trim removes what JavaScript calls white space", () => {
    for (let unit = 0; unit < 65536; unit++) {
      const text = `${String.fromCharCode(unit)}x${String.fromCharCode(unit)}`;
      assert.equal(trim(text), text.trim(), unit.toString(16));
    }
    check(
      (text: string, cut: number) => assert.equal(flat(trim(pieces(text, cut))), text.trim()),
      texts,
      index,
    );
    assert.equal(trim("\t \u3000"), "");
  });
});

// Other versions of Node know other letters.
const sameUnicode = { skip: process.versions.unicode !== "17.0" };

describe("letter case", sameUnicode, () => {
  it("of every code point", () => {
    for (let point = 0; point <= 0x10ffff; point++) {
      const text = String.fromCodePoint(point);
      assert.equal(toUpperCase(text), text.toUpperCase(), point.toString(16));
      assert.equal(toLowerCase(text), text.toLowerCase(), point.toString(16));
    }
  });

  it("of texts in which letters change their number, and of sigma at a word's end", () => {
    const words = fc.string({
      unit: fc.constantFrom(
        "a",
        "B",
        "ß",
        "ﬁ",
        "ŉ",
        "Σ",
        "ς",
        "ΐ",
        "İ",
        "𐐀",
        "\ud801",
        ".",
        "'",
        " ",
        "1",
        "\u0301",
        "日",
      ),
      maxLength: 40,
    });
    check(
      (text: string, cut: number) => {
        assert.equal(flat(toUpperCase(pieces(text, cut))), text.toUpperCase());
        assert.equal(flat(toLowerCase(pieces(text, cut))), text.toLowerCase());
      },
      words,
      index,
    );
  });
});

describe("UTF-8", () => {
  function inMemory(bytes: Uint8Array): number {
    const address = allocateBytes(bytes.length + 1);
    for (const [i, byte] of bytes.entries()) store8(address + i, byte);
    return address;
  }

  it("reads as WHATWG's decoder does, bad bytes too", () => {
    installMachine(new MemorySimulator(8));
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(
        0x80,
        0xbf,
        0xc0,
        0xc2,
        0xdf,
        0xe0,
        0xa0,
        0x9f,
        0xed,
        0xef,
        0xf0,
        0x90,
        0x8f,
        0xf4,
        0xf5,
      ),
    );
    const encoded = texts.map((text) => new TextEncoder().encode(text));
    check(
      (bytes: Uint8Array) => assert.equal(decodeUtf8(inMemory(bytes), bytes.length), decoder.decode(bytes)),
      fc.oneof(
        fc.array(byte, { maxLength: 12 }).map((all) => Uint8Array.from(all)),
        encoded,
      ),
    );
    installMachine(undefined);
  });

  it("process.argv has the program twice, then the arguments", () => {
    installMachine(new MemorySimulator(8));
    const given = ["/bin/program", "äß", "", "日本 😀"].map((text) => new TextEncoder().encode(text));
    installServices({ arguments: given.map((bytes) => [inMemory(bytes), bytes.length]) });
    assert.deepEqual(list(programArguments()), ["/bin/program", "/bin/program", "äß", "", "日本 😀"]);
    installServices({});
    installMachine(undefined);
  });
});
