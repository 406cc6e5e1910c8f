// Each object lists its own properties in its own order, and tells undefined from nothing.
function make(first: boolean, third?: string): any {
  const o: any = { base: 0 };
  if (first) { o.a = 1; o.b = third; } else { o.b = "b"; o.a = "a"; }
  return o;
}
const made = [make(true), make(false), make(true, "t")];
for (const one of made) {
  console.log(one, Object.keys(one), Object.values(one), Object.entries(one), JSON.stringify(one));
  const copy = { ...one, last: true };
  console.log(copy, Object.keys(copy), JSON.stringify({ first: 1, ...one }));
  const names: string[] = [];
  for (const k in one) names.push(k + (k in one) + one.hasOwnProperty(k));
  console.log(names.join(), "zz" in one, Object.hasOwn(one, "b"));
  const { a, ...rest } = one;
  console.log(a, rest);
  console.log(Object.assign({ b: 5 }, one), Object.assign({}, one, { a: 2 }));
}
const late: any = make(true);
const j: any = {};
if (made.length > 2) j.x = undefined;
console.log(JSON.stringify(j), Object.keys(j), j);
class Node2 { children: Node2[] = []; constructor(public id: number) {} }
function label(n: any, text: string) { n.label = text; }
function weigh(n: any, w: number) { n.weight = w; }
const n1: any = new Node2(1), n2: any = new Node2(2), n3: any = new Node2(3);
label(n1, "one"); weigh(n1, 1); weigh(n2, 2); label(n2, "two"); weigh(n3, 3);
n1.children.push(n2); n2.children.push(n3);
console.log(n1, JSON.stringify(n1), Object.keys(n2), Object.keys(n3), "label" in n3, n3.label);
for (let i = 0; i < 3; i++) { weigh(n3, i); label(n3, "x" + i); }
console.log(n3, { ...n3 }, n3.weight);
class Animal { constructor(kind: string) { (this as any).kind = kind; if (kind === "dog") this.bark(); } bark() { (this as any).loud = true; } }
class Dog extends Animal { constructor(public owner: string) { super("dog"); (this as any).tail = 1; } }
class Cat extends Animal { lives = 9; constructor() { super("cat"); (this as any).loud = false; } }
console.log(new Dog("d"), new Cat(), new Animal("fox"), [new Dog("e"), new Cat()].map((x) => Object.keys(x).join("+")));
Object.freeze(n3);
try { n3.label = "no"; } catch (e) { console.log((e as Error).message); }
function options(o: { a?: number; b?: number; c?: number }) { const r: any = {}; if (o.c) r.c = o.c; if (o.b) r.b = o.b; if (o.a) r.a = o.a; return r; }
console.log(options({ a: 1, b: 2 }), options({ c: 3, a: 1 }), { ...options({ b: 1, c: 2 }) });
function merge(x: any, y: any) { return { ...x, ...y }; }
console.log(merge({ p: 1, q: 2 }, { q: 3, r: 4 }), merge({ r: 1 }, { p: 2 }), merge(options({ a: 1 }), options({ c: 1, b: 9 })));
const o: any = {}; o.x = undefined; console.log(o, Object.keys(o), "x" in o, JSON.stringify(o));
function opt(n: number): any { const r: any = { n }; if (n > 1) r.big = n > 2 ? true : undefined; if (n > 0) r.pos = true; return r; }
console.log(opt(0), opt(1), opt(2), opt(3), Object.keys(opt(2)));
class A { a?: number; b = 1; set(v: any) { this.a = v; } }
console.log(new A());
class B { b = 1; constructor(k: boolean) { if (k) (this as any).c = undefined; } }
console.log(new B(true), new B(false));
function setA(o: any) { o.a = 1; } function setB(o: any) { o.b = 1; }
const u: any = {}; setB(u); setA(u); console.log(u);
const list = [{ id: 1, name: "a", boss: null }, { name: "b", id: 2 }];
console.log(list);
for (const p of list) console.log(Object.keys(p), JSON.stringify(p));
function build(first: boolean): any {
  const o: any = {};
  if (first) { o.a = 1; o.b = 2; } else { o.b = 3; o.a = 4; }
  return o;
}
console.log(build(true), build(false), Object.keys(build(false)), {...build(false), c: 1});
class P { constructor(f: boolean) { if (f) { this.x = 1; this.y = 2;} else { this.y = 1; this.x = 3; } } x!: number; y!: number; }
class Q { constructor(f: boolean) { const self = this as any; if (f) { self.x = 1; self.y = 2;} else { self.y = 1; self.x = 3; } }  }
console.log(new P(true), new P(false), new Q(true), new Q(false));
