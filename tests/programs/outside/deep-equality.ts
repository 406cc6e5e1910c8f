import util, { promisify, isDeepStrictEqual } from "node:util";
console.log(isDeepStrictEqual({ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] }), util.isDeepStrictEqual([1], ["1"]), isDeepStrictEqual(new Date(5), new Date(5)), isDeepStrictEqual(new Date(5), new Date(6)));
console.log(isDeepStrictEqual([0], [-0]), isDeepStrictEqual(new Uint8Array([1, 2]), new Uint8Array([1, 2])), isDeepStrictEqual(new Uint8Array([1, 2]), new Int8Array([1, 2])));
class P { constructor(public x: number, public y: number) {} }
class Q { constructor(public x: number, public y: number) {} }
console.log(isDeepStrictEqual(new P(1, 2), new P(1, 2)), isDeepStrictEqual(new P(1, 2), new Q(1, 2)), isDeepStrictEqual(new P(1, 2), { x: 1, y: 2 }), isDeepStrictEqual({ x: 1, y: undefined }, { x: 1 }));
const a: any = { n: 1 }; a.self = a; const b: any = { n: 1 }; b.self = b; console.log(isDeepStrictEqual(a, b), isDeepStrictEqual(new Error("x"), new Error("x")), isDeepStrictEqual(new Error("x"), new Error("y")), isDeepStrictEqual(new Error("x"), new TypeError("x")));
console.log(isDeepStrictEqual(new Map([[{ k: 1 }, [1]], [{ k: 2 }, [2]]]), new Map([[{ k: 2 }, [2]], [{ k: 1 }, [1]]])), isDeepStrictEqual(new Set([{ a: 1 }, { a: 2 }]), new Set([{ a: 2 }, { a: 3 }])), isDeepStrictEqual({ a: 1, b: 2 }, { b: 2, a: 1 }), isDeepStrictEqual(JSON.parse('{"a":[1,2]}'), { a: [1, 2] }));
function old(x: number, done: (error: Error | null, value?: number) => void): void { setTimeout(() => (x < 0 ? done(new Error("negative")) : done(null, x * 2)), 1); }
const fresh = promisify(old);
fresh(4).then((v) => console.log("promised", v)); fresh(-1).catch((e) => console.log(e.message));
