const data: any = { a: 1, b: "text", c: [1, "x", { d: null, e: undefined }], when: new Date(0), f() { return 1; }, 7: true };
console.log(JSON.stringify(data, (key, value) => (typeof value === "number" ? value * 2 : value)));
console.log(JSON.stringify(data, (key, value) => (key === "c" ? undefined : value), 2));
const seen: string[] = [];
JSON.stringify({ x: { y: [1] }, z: 2 }, function (this: any, key, value) { seen.push(`${key}:${typeof value}:${Array.isArray(this)}:${this[key] === value}`); return value; });
console.log(seen.join(" "));
class Point { constructor(public x: number, public y: number) {} toJSON(key: string) { return { at: key, x: this.x }; } }
class Plain { first = 1; second = [new Point(1, 2)]; }
console.log(JSON.stringify({ p: new Point(3, 4), q: new Plain() }, (k, v) => (v && typeof v === "object" && "x" in v ? { ...v, extra: k } : v)));
function replacer(key: string, value: unknown): unknown { return value instanceof Map ? [...value] : typeof value === "function" ? "fn" : value; }
console.log(JSON.stringify({ m: new Map([["k", 1]]), f: () => 1, u: undefined }, replacer), JSON.stringify(() => 1, replacer), JSON.stringify(undefined, (k, v) => v), JSON.stringify(5, () => undefined));
const names = ["a", "b"]; console.log(JSON.stringify({ a: 1, b: 2, c: 3 }, names), JSON.stringify({ a: 1 }, null, "--"));
const circle: any = { n: 1 }; circle.self = circle;
try { JSON.stringify(circle, (k, v) => v); } catch (e) { console.log((e as Error).message); }
console.log(JSON.stringify(circle, (k, v) => (k === "self" ? "cut" : v)));

const shared = { s: 1 };
const original = { list: [1, [2, shared]], shared, map: new Map([["k", { v: 1 }]]), set: new Set([1, "x"]), date: new Date(5), u: undefined, nil: null, p: new Plain() };
const copy = structuredClone(original);
console.log(copy, copy.shared === (copy.list[1] as any)[1], copy.shared !== shared, copy.map.get("k") !== original.map.get("k"));
copy.shared.s = 9; copy.list.push(3); console.log(shared.s, original.list.length, copy.date.getTime(), copy.date !== original.date, copy.p instanceof Plain);
const ring: any = structuredClone(circle); console.log(ring.self === ring, ring);
