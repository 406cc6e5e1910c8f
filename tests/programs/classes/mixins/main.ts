// Mixins of another file, in functions and loops, with members of every kind; chains of them.
import "./chains.ts";
import Described, { Serializable, failure, Third, Comparable as Cmp, type Constructor } from "./mixins.ts";
import * as all from "./mixins.ts";
class Shape { area() { return 2; } }
class Square extends Shape { constructor(public side: number) { super(); } area() { return this.side ** 2; } }
const DS = Described(Square, "cm2");
console.log(new DS(3).describe());
console.log(DS.name === "", Object.keys(new DS(2)).join());
class Item { constructor(public key: number) {} }
class Rich extends Cmp(Serializable(Item)) {}
const a = new Rich(5), b = new Rich(2);
console.log(a.compare(b), a.serialize(), Rich.registry, a.secret, b.secret, a.has(b), a.has({}));
class Other extends all.Serializable(Shape) {}
console.log(Other.registry, Rich.registry, new Other().serialize());
const many = [new Rich(3), new Rich(1), new Rich(2)].sort((x, y) => x.compare(y));
console.log(many.map((one) => one.key).join(" "));
console.log(new Rich(1), new Other(), new DS(4));
console.log(a instanceof Item, a instanceof Rich, (a as object) instanceof Other);
// in loops and functions
function make(n: number) {
  const Add = (B: Constructor<Item>) => class extends (B as any) { plus() { return this.key + n; } };
  const R = Add(Item);
  return new (R as any)(n).plus();
}
console.log([1, 2, 3].map(make));
const classes: any[] = [];
for (let i = 0; i < 3; i++) {
  const K = Serializable(Item);
  class Deep extends K { constructor(n: number) { super(n * i); } }
  classes.push(Deep);
}
console.log(classes.map((C) => new C(10).key), classes[0] === classes[1]);
const value = Serializable(class Inline { x = 1; });
console.log(new (value as any)().serialize(), value.name);
let later: any;
later = Cmp(Item);
console.log(new later(1).compare({ key: 3 }));
function early() { return new Late(1).key; }
try { early(); } catch (e) { console.log((e as Error).message); }
const Late = Cmp(Item);
console.log(early());
abstract class Abs { abstract f(): number; g() { return this.f() + 1; } }
const Mixed = <T extends abstract new (...args: any[]) => Abs>(B: T) => { abstract class M extends B { g() { return super.g() * 10; } } return M; };
class Conc extends Mixed(Abs) { f() { return 4; } }
console.log(new Conc().g());
// accessor + generator + async + super property in mixin
const Fancy = <T extends new (...a: any[]) => { v: number; items(): number[] }>(B: T) => class extends B {
  get v2() { return this.v * 2; }
  set v2(x) { this.v = x / 2; }
  *[Symbol.iterator]() { yield* super.items(); yield this.v; }
  async wait() { await null; return this.v; }
  static create(...args: any[]) { return new this(...args); }
};
class Plain { v = 3; items() { return [this.v, this.v + 1]; } }
class F2 extends Fancy(Plain) {}
const f = new F2(); f.v2 = 10;
console.log([...f], f.v2, F2.create().v, F2.create() instanceof F2);
f.wait().then((x) => console.log("waited", x));
const Unnamed = [class extends Item { y = 2; }, class {}] as const;
console.log(new Unnamed[0](1), new Unnamed[0](1).constructor.name, new Unnamed[1](), [new Unnamed[1]()]);
class Missing extends failure("Missing") {}
class Denied extends failure("Denied", 7) {
  override code = 8;
}
class Fourth extends Third {
  next() {
    return new Third(`${this.message}!`);
  }
}
const failures = [new Missing("a"), new Denied("b"), new Third("c"), new Fourth("d"), new Fourth("e").next(), new (failure("F"))("f")];
for (const e of failures)
  console.log(String(e), e.code, e.again(), e instanceof Error, e instanceof Missing, e instanceof Third, e instanceof Fourth);
function counted(n: number) {
  class Base extends failure(`N${n}`, n) {}
  return new Base("m");
}
console.log(counted(1).name, counted(2).again(), counted(1) instanceof Missing);
