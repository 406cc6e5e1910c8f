// Each evaluation of a class makes another class: `instanceof` tells their instances apart.
function make(n: number) {
  class A { n = n; same(other: unknown) { return other instanceof A; } }
  class B extends A { extra = 1; }
  const isA = (x: unknown) => x instanceof A;
  const describe = (x: unknown) => { if (x instanceof B) return "B" + x.extra; if (x instanceof A) return "A" + x.n; return "other"; };
  return { a: new A(), b: new B(), isA, describe, makeB: () => new B() };
}
const one = make(1), two = make(2);
console.log(one.isA(one.a), one.isA(two.a), one.isA(one.b), two.isA(one.b), one.isA(5), one.isA(null), one.isA({}));
console.log(one.describe(one.a), one.describe(one.b), one.describe(two.b), two.describe(two.makeB()), two.describe(one.makeB()));
console.log(one.a.same(one.b), one.a.same(two.b), one.a, two.b);
const kept: any[] = [];
for (let i = 0; i < 3; i++) {
  class Step { i = i; }
  kept.push(new Step());
  console.log(kept.map((x) => x instanceof Step).join());
}
function once(x: any): string { class E extends Error { code = 5; } try { if (x) throw new E("x"); throw x; } catch (e) { return e instanceof E ? e.message + e.code : String(e); } }
console.log(once(1), once(0));
function makeClass(n: number) { return class A { v = n; }; }
const A = makeClass(1), B = makeClass(2), C = makeClass(3);
const first = new A(), second = new B();
console.log(first instanceof A, first instanceof B, second instanceof B, second instanceof A, new C().v);
for (const K of [A, B, C]) console.log(first instanceof K, second instanceof K);
function isOf(x: unknown, K: any) { return x instanceof K; }
console.log(isOf(first, A), isOf(first, C), isOf(new C(), C), isOf({}, A));
