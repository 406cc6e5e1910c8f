// A method that is read forgets its object; `bind`, `call`, `apply` and `thisArg` give it one.
class Counter {
  count = 0;
  add(n: number, m = 1) {
    this.count += n * m;
    return this.count;
  }
  title() {
    return "counter";
  }
  all(...rest: number[]) {
    return `${this?.count}: ${rest.join(" ")}`;
  }
  static make(n: number) {
    const made = new Counter();
    made.count = n;
    return made;
  }
}
class Loud extends Counter {
  override title() {
    return `LOUD ${super.title.call(this)}`;
  }
}
const counter = new Counter();

const title = counter.title;
console.log(title(), counter.title === title, new Loud().title === title);
const loose = counter.add;
try {
  loose(1);
} catch (error) {
  console.log((error as Error).message);
}
console.log(loose.call(counter, 5), loose.apply(counter, [1, 2]), counter.add.call(counter, 7));
console.log([1, 2, 3].map(Counter.make).map((one) => one.count));
console.log([new Counter(), new Loud()].map((one) => one.title).map((each) => each.call(counter)));
console.log([1, 2].map(counter.add, counter), typeof counter.add);
const { add, all } = counter;
console.log(add.call({ count: 40 } as Counter, 2), all(1, 2), all.apply(counter, [3, 4, 5]));

// `bind` keeps `this` and the first arguments.
const bound = counter.add.bind(counter);
console.log(bound(1), bound(2, 3), [1, 2].map(bound), counter.add.bind(counter, 100)(2));
console.log(counter.all.bind(counter, 7)(8, 9), counter.all.bind(counter, 7, 8, 9)());
function plain(this: unknown, a: number, b?: number) {
  return [this === undefined ? "none" : (this as { x: number }).x, a, b];
}
console.log(plain.bind({ x: 5 }, 1)(2), plain.bind(undefined, 1, 2)(), plain.bind({ x: 6 }).bind({ x: 7 }, 8)(9));
const sum = (...list: number[]) => list.reduce((a, b) => a + b, 0);
const partial = [sum.bind(null, 1), sum.bind(null, 1, 2), sum, (n: number) => n * 2];
console.log(partial.map((one) => one(10)), sum.bind(null, 1, 2)(...[3, 4]));
let nothing: Counter | undefined;
try {
  console.log(nothing!.add.bind(counter));
} catch (error) {
  console.log((error as Error).message);
}
try {
  (counter as unknown as { count: { bind(o: object): void } }).count.bind(counter);
} catch (error) {
  console.log((error as Error).message);
}

// Handlers by name, a method of any class behind each.
class Bus {
  #handlers = new Map<string, ((text: string) => string)[]>();
  on(name: string, handler: (text: string) => string) {
    const list = this.#handlers.get(name) ?? [];
    this.#handlers.set(name, [...list, handler]);
  }
  emit(name: string, text: string) {
    return (this.#handlers.get(name) ?? []).map((each) => each(text)).join(", ");
  }
}
class Greeter {
  constructor(readonly greeting: string) {}
  greet(name: string) {
    return `${this.greeting} ${name}`;
  }
}
const bus = new Bus();
const greeter = new Greeter("hello");
bus.on("a", greeter.greet.bind(greeter));
bus.on("a", (text) => text.toUpperCase());
bus.on("a", new Greeter("bye").greet.bind({ greeting: "other" } as Greeter));
console.log(bus.emit("a", "world"), bus.emit("b", "x"));
const emit = bus.emit.bind(bus, "a");
console.log(emit("again"), ["p", "q"].map(emit));
setTimeout(greeter.greet.bind(greeter, "unheard"), 0);
Promise.resolve(3).then(counter.add.bind(counter)).then((n) => console.log("later", n));
