// Classes inside functions: their static members, what they capture, their values in other functions.
function counters(start: number) {
  class Counter {
    static made = start;
    static #last: Counter | undefined;
    static readonly names: string[] = [];
    static create(name: string) { const c = new Counter(name); Counter.#last = c; return c; }
    static get last() { return Counter.#last?.name ?? "none"; }
    static set bump(n: number) { this.made += n; }
    static { Counter.names.push("first" + start); }
    id: number;
    constructor(public name: string) { Counter.made++; this.id = Counter.made; Counter.names.push(name); }
    clone() { return new Counter(this.name + "'"); }
    get kind() { return Counter; }
  }
  return { Counter, make: (s: string) => Counter.create(s), of: () => Counter, total: () => Counter.made };
}
const one = counters(10), two = counters(20);
const x = one.make("x"), y = two.make("y"), z = new one.Counter("z");
console.log(x, y, z, x.clone().id, one.total(), two.total());
console.log(one.Counter.made, two.Counter.made, one.Counter.names, two.Counter.names, one.Counter.last, two.Counter.last);
one.Counter.bump = 5; one.Counter.made += 1;
console.log(one.total(), one.Counter.made, two.total(), one.of() === one.Counter, x.kind === one.Counter, x.kind === y.kind);
console.log(x instanceof one.Counter, y instanceof one.Counter, new (two.of())("q").id, two.Counter.create("r").clone().name);
function main() {
  class Shape {
    static count = 0;
    static describe(...parts: string[]) { return parts.join(":") + Shape.count; }
    static readonly unit = new Shape(1);
    constructor(public size: number) { Shape.count++; }
    area() { return this.size * this.size; }
  }
  class Square extends Shape {
    static sides = 4;
    area() { return super.area() + Square.sides + Shape.count; }
    static of(n: number) { return new this(n); }
  }
  const shapes = [new Shape(2), Square.of(3), Shape.unit];
  const classes = [Shape, Square];
  console.log(shapes.map((s) => s.area()), Shape.count, Square.count, Shape.describe("a", "b"), Square.describe("c"));
  console.log(classes.map((c) => new c(1).area()), classes.map((c) => c.name), shapes[1] instanceof Shape);
  for (const k of [1, 2]) { class Step { static seen = 0; static next() { return ++Step.seen * k; } } console.log(Step.next(), Step.next(), Step.seen); }
}
main();
main();
const registry = (() => { class Registry { static all = new Map<string, number>(); static add(k: string, v: number) { Registry.all.set(k, v); return Registry; } } return Registry; })();
console.log(registry.add("a", 1).add("b", 2).all, registry.name);
