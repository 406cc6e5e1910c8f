import assert from "node:assert";
import { strict, deepEqual, AssertionError } from "assert";
import * as all from "assert/strict";
function attempt(f: () => void): void {
  try { f(); console.log("passes"); } catch (e: any) { console.log(e.name, e.code, e.operator, e.generatedMessage, e instanceof AssertionError); console.log(e.message); }
}
assert(true); assert.ok(1);
attempt(() => assert(1 > 2));
attempt(() => assert.ok(0, "own"));
attempt(() => assert.equal(1, 2)); attempt(() => assert.equal(1, "1")); attempt(() => assert.equal(NaN, NaN));
attempt(() => assert.strictEqual(1, 2)); attempt(() => assert.strictEqual("a long text here", "a long text there")); attempt(() => assert.strictEqual({ a: 1 }, { a: 1 }));
attempt(() => assert.strictEqual(1, 2, "with message"));
attempt(() => assert.notStrictEqual(1, 1)); attempt(() => assert.notEqual(1, 1));
attempt(() => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }));
attempt(() => assert.deepStrictEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]));
attempt(() => assert.deepStrictEqual(new Map([["a", { x: 1 }]]), new Map([["a", { x: 1 }]])));
attempt(() => assert.deepEqual({ a: "1" }, { a: 1 })); attempt(() => assert.deepEqual({ a: "2" }, { a: 1 }));
attempt(() => assert.notDeepStrictEqual([1], [1])); attempt(() => assert.notDeepEqual([1], [1]));
attempt(() => deepEqual(new Set([1, [2]]), new Set([[2], 1])));
attempt(() => strict.equal(1, "1" as any)); attempt(() => all.equal([1], [1]));
attempt(() => assert.fail("boom")); attempt(() => assert.fail());
attempt(() => assert.throws(() => { throw new TypeError("bad"); }));
attempt(() => assert.throws(() => {}));
attempt(() => assert.throws(() => {}, "msg"));
attempt(() => assert.throws(() => { throw new TypeError("bad"); }, { name: "TypeError", message: "bad" }));
attempt(() => assert.throws(() => { throw new TypeError("bad"); }, { message: "worse" }));
attempt(() => assert.throws(() => { throw new TypeError("bad"); }, (e: Error) => e.message === "bad"));
attempt(() => assert.throws(() => { throw new TypeError("bad"); }, (e: Error) => e.message === "x"));
attempt(() => assert.doesNotThrow(() => { throw new TypeError("bad"); }));
attempt(() => assert.ifError(null)); attempt(() => assert.ifError(new Error("e")));
class Own extends Error {}
attempt(() => assert.throws(() => { throw new Own("o"); }, Own));
attempt(() => assert.throws(() => { throw new Error("o"); }, Own));
attempt(() => assert.throws(() => { throw new TypeError("t"); }, TypeError));
attempt(() => assert.throws(() => { throw new TypeError("t"); }, RangeError));
attempt(() => assert.throws(() => { throw new TypeError("t"); }, Error));

async function later(): Promise<void> {
  await assert.rejects(Promise.reject(new Error("r")), { message: "r" });
  await assert.rejects(async () => { throw new Own("x"); }, Own);
  try { await assert.rejects(Promise.resolve(1)); } catch (e: any) { console.log(e.message); }
  await assert.doesNotReject(Promise.resolve(1));
  console.log("later");
}
later().then(() => { const big = Array.from({ length: 60 }, (_, i) => ({ i, sq: i * i })); attempt(() => assert.deepStrictEqual(big, big.map((o) => (o.i % 20 === 7 ? { i: o.i, sq: 0 } : o)))); console.log(new AssertionError({ message: "m", actual: 1, expected: 2, operator: "op" }).message); });
