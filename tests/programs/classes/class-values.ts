class Shape {
  static count = 0;
  name: string;
  constructor(name: string) { this.name = name; Shape.count++; }
  area(): number { return 0; }
  static unit(): Shape { return new this("unit"); }
  clone(): Shape { return new (this.constructor as new (n: string) => Shape)(this.name + "'"); }
  describe() { return `${this.constructor.name}(${this.name})`; }
}
class Circle extends Shape {
  radius = 2;
  area() { return Math.PI * this.radius ** 2; }
}
class Square extends Shape {
  side = 3;
  constructor(name: string) { super(name + "!"); }
  area() { return this.side ** 2; }
}
const registry = { circle: Circle, square: Square };
const list = [Circle, Square, Shape];
function make(ctor: new (n: string) => Shape, n: string): Shape { return new ctor(n); }
for (const C of list) {
  const s = make(C, "s");
  console.log(C.name, s.name, s.area(), s instanceof C, s instanceof Circle, s.describe(), s.clone().describe(), s.constructor === C);
}
const chosen = list.length > 2 ? Square : Circle;
console.log(new chosen("x").area(), chosen === Square, chosen.name, typeof chosen);
console.log(new registry.circle("c").area(), Shape.count);
console.log(Circle.unit().describe(), Square.unit().describe(), list.map((C) => C.unit().name).join());
console.log(Circle.count, list.map((C) => C.count).join());
const Anonymous = class { x = 1; };
let Later = class { y = 2; static z = 5; };
console.log(new Anonymous(), new Later(), Later.z, Later.name);
function makeClass(n: number) { return class Inner { get() { return n; } }; }
const I1 = makeClass(1), I2 = makeClass(2);
console.log(new I1().get(), new I2().get(), I1 === I2, I1.name);
abstract class Base { constructor() { if (new.target === Base) throw new TypeError("abstract"); console.log(new.target.name); } }
class Derived extends Base {}
new Derived();
try { new (Base as any)(); } catch (e) { console.log((e as Error).message); }
try { (Circle as any)(1); } catch (e) { console.log((e as Error).message); }
try { new (5 as any)(1); } catch (e) { console.log((e as Error).message); }
try { const q: any = undefined; new q(1); } catch (e) { console.log((e as Error).message); }
const errors = [TypeError, RangeError, Error];
for (const E of errors) { const e = new E("m"); console.log(e.name, e.message, e instanceof TypeError, e instanceof E); }
class Counter { static n = 1; static inc() { this.n++; return this.n; } static me() { return this; } }
class Sub extends Counter {}
console.log(Sub.inc(), Sub.inc(), Counter.n, Sub.n, Counter.inc(), Sub.n, Sub.me() === Sub, Counter.me().n);
const all = [Counter, Sub];
for (const C of all) { C.n += 10; console.log(C.n, C.inc()); }
const o = { k: class { v() { return "v"; } }, [`q`]: 1 };
console.log(new o.k().v(), o.k.name);
console.log((class Foo { static bar = 3 }).bar);
console.log(new (class { a = 7; })().a);
