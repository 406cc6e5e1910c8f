// Functions have a name, a length, and properties of their own.
function counter() { counter.count++; return counter.count; }
counter.count = 0;
console.log(counter(), counter(), counter.count, counter);
function fib(n: number): number {
  const known = fib.cache[n];
  if (known !== undefined) return known;
  const result = n < 2 ? n : fib(n - 1) + fib(n - 2);
  fib.cache[n] = result;
  return result;
}
fib.cache = {} as Record<number, number>;
console.log(fib(20), Object.keys(fib.cache).length);
const greet = (name: string) => `${greet.prefix} ${name}`;
greet.prefix = "hi";
console.log(greet("bob"), greet.name, greet.length, fib.name, counter.length);
function make(tag: string) {
  const f = (a: number, b = 2, ...c: number[]) => a + b + c.length + f.extra;
  f.extra = 10;
  f.tag = tag;
  return f;
}
const [p, q] = [make("p"), make("q")];
q.extra = 20;
console.log(p(1), q(1), p.tag, q.tag, p, p.length, p.name);
class A { m(a: number, b: number) { return a + b; } static s() { return 1; } ["odd name"]() { return 2; } #priv() { return 3; } get pv() { return this.#priv; } }
const a = new A();
console.log(a.m.name, a.m.length, a.m, A.s.name, a["odd name"].name, A.name, A.length, a.pv.name);
const b = a.m.bind(a, 1);
console.log(b.name, b.length, b, b.bind(null).name, b.bind(null, 1, 2, 3).length);
console.log((() => 1).name === "", (function () {}).name, (function named() {}).name);
let later; later = () => 1;
console.log(later.name, ((x = () => 2) => x.name)(), { method() {}, arrow: () => 1, "quoted name": function () {} });
const fs: { (x: number): number; doc?: string }[] = [(x) => x, (x) => x + 1];
fs[0]!.doc = "identity";
console.log(fs.map((f) => f.doc ?? "none"), fs);
console.log([1, 2].map((f) => f).length, fs.map((f) => f.name + f.length));
function Stack() { }
Stack.create = function () { return { items: [1], kind: Stack.kind }; };
Stack.kind = "stack";
console.log(Stack.create(), Stack);
// Given, listed, copied and asked for by computed names.
const assigned = Object.assign((n: number) => n + 1, { cache: new Map([[1, 2]]), original: make });
console.log(assigned(1), assigned.cache.size, assigned.original === make, assigned, Object.keys(assigned));
const listed: any = make("l");
listed.late = [1];
console.log(Object.entries(listed), { ...listed, extra: 1 }, JSON.stringify({ ...listed }), "tag" in listed, "nope" in listed);
for (const key in listed) console.log(key, listed[key], Object.hasOwn(listed, key));
const anything = [listed, { tag: "of an object" }, () => 1, "text"];
console.log(anything.map((one) => Object.keys(one).length), "name" in listed, anything.map((one) => one["ta" + "g"]));
listed["ex" + "tra"] = 99;
console.log(listed(1), listed.extra, Object.keys([A, class {}][1]!));
// Called by those that know only some function, with more than it takes.
const none = () => "none";
for (const f of [none, (a: number, b = 2) => a + b, A.s] as any[]) console.log(f.length, f(1, 2));
