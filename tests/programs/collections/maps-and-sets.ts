// Maps and sets: changes under iteration, keys of every kind, iterators, groups, subclasses.
const m = new Map<number, string>();
for (let i = 0; i < 20; i++) m.set(i, `v${i}`);
const seen: number[] = [];
for (const [k] of m) {
  seen.push(k);
  if (k % 3 === 0) m.delete(k);
  if (k === 5) { m.delete(6); m.delete(4); m.set(100, "x"); }
  if (k === 10) for (let i = 200; i < 260; i++) m.set(i, "y");
  if (k === 205) for (let i = 0; i < 250; i++) m.delete(i);
}
console.log(seen.join(","));
console.log([...m.keys()].join(","), m.size);
const s = new Set<string>(["a", "b"]);
let n = 0;
for (const x of s) { if (n++ < 5) { s.delete(x); s.add(x); } }
console.log([...s], n);
const c = new Map<string, number>([["p", 1], ["q", 2]]);
for (const k of c.keys()) { c.clear(); if (k === "p") { c.set("r", 3); c.set("p2", 4); } console.log(k); }
console.log(c.size);
// Keys of every kind.
const any = new Map<any, any>();
const keys = [1, 1.5, -0, NaN, "1", true, false, null, undefined, {}, [], () => 1, Infinity, -1, 2 ** 40, "", "a".repeat(3)];
keys.forEach((k, i) => any.set(k, i));
console.log(any.size);
for (const k of keys) console.log(any.get(k));
console.log(any.get(0), any.get("aaa"), any.get({}), any.has(2 ** 40), Object.is([...any.keys()][2], 0));
const it = c.entries();
console.log(it.next(), it.next());
class Point { constructor(public x: number, public y: number) {} }
const ps = new Set<Point>();
const p1 = new Point(1, 2);
ps.add(p1).add(p1).add(new Point(1, 2));
console.log(ps.size, ps.has(p1));
const lru = new Map<string, number>();
function touch(k: string, v: number) { lru.delete(k); lru.set(k, v); if (lru.size > 3) { const old = lru.keys().next().value; lru.delete(old!); } }
for (let i = 0; i < 50; i++) touch(`k${(i * 7) % 11}`, i);
console.log([...lru.entries()].map(([k, v]) => k + v).join(" "));
const counts = new Map<string, number>();
for (const w of "the quick brown the lazy dog the end dog".split(" ")) counts.set(w, (counts.get(w) ?? 0) + 1);
const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
for (const [w, k] of sorted) console.log(w, k);
const wm = new WeakMap<object, number>();
wm.set(p1, 5);
console.log(wm.get(p1), wm.has({}), wm.delete(p1), wm.has(p1));
try { (wm as any).set(1, 2); } catch (e) { console.log((e as Error).message); }
console.log(m instanceof Map, s instanceof Set, (s as any) instanceof Map, Array.from(s).length, Array.from(m.values(), (x) => x.length).length);
class Multi extends Map<string, number[]> { addTo(k: string, v: number) { const list = this.get(k); if (list) list.push(v); else this.set(k, [v]); return this; } }
const mm = new Multi(); mm.addTo("a", 1).addTo("a", 2).addTo("b", 3);
for (const [k, v] of mm) console.log(k, v);
const groups = new Map<string, string[]>();
for (const w of ["apple", "bob", "cat", "avocado", "bee"]) { const k = w[0]!; if (!groups.has(k)) groups.set(k, []); groups.get(k)!.push(w); }
groups.forEach((v, k) => console.log(k, v.join("+")));
const nested = new Map<string, Map<number, boolean>>();
nested.set("x", new Map([[1, true], [2, false]]));
for (const [k, inner] of nested) for (const [i, b] of inner) console.log(k, i, b);
const copy = new Map(counts); copy.delete("the"); console.log(copy.size, counts.size, new Set([...counts.keys(), "zz"]).size, new Set("hello").size);
const union = new Set([...new Set([1, 2]), ...new Set([2, 3])]); console.log([...union]);
const [first, second] = new Set([7, 8]); console.log(first, second);
console.log(Math.max(...new Set([3, 9, 2])));
