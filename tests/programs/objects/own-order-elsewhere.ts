// Properties added to errors, by other code, in generators, in an order that only each object knows.
class P { x = 1; y?: number; }
const p: any = new P();
p.z = 1; p.y = 2;
console.log(p, Object.keys(p));
const list: any[] = [{ id: 1, name: "a", boss: null }, { name: "b", id: 2 }];
for (const q of list) { q.tag = q.id; if (q.id > 1) q.extra = undefined; }
console.log(list, JSON.stringify(list));
interface Opt { a?: number; b?: string; c?: boolean }
function fill(o: Opt, k: number) { if (k & 1) o.c = true; if (k & 2) o.b = "b"; if (k & 4) o.a = 1; return o; }
for (let k = 0; k < 8; k++) console.log(fill({}, k), Object.entries(fill({ a: k }, k)).join("|"));
function* g() { const o: any = {}; o.first = 1; yield o; o.second = undefined; yield o; o.third = 3; yield o; }
for (const o of g()) console.log(o, { ...o, z: 0 });
const o2: any = { a: 1 }; Object.assign(o2, { c: 1, b: 2 }); console.log(o2, "b" in o2);
class Base { constructor() { (this as any).init(); } } class Sub extends Base { own = 1; init() { (this as any).early = 2; } }
console.log(new Sub());
class Err extends Error { constructor(m: string, extra?: any) { super(m); if (extra) { (this as any).info = extra; } (this as any).code = "E"; } }
const e: any = new Err("m", 5); e.more = undefined; console.log(Object.keys(e), Object.keys(new Err("n")), JSON.stringify(e)); const plain: any = new Err("p"); plain.b = 1; const other: any = new Err("q"); other.c = 2; other.b = undefined; other.stack = "Q"; plain.stack = "P"; plain.c = 3; console.log(plain, other);
const coded: any = new Error("p"); coded.code = 1; console.log(coded.code, JSON.stringify(new Err("m", 5)), JSON.stringify(coded));
