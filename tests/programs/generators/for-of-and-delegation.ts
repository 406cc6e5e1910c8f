// `for…of`, spread, destructuring and `yield*` over generators and objects of the program's own; who is closed, and when.
const log: string[] = [];
function* numbers(name: string, n = 5): Generator<number> {
  try {
    for (let i = 0; i < n; i++) yield i;
  } finally {
    log.push(`close ${name}`);
  }
}
for (const x of numbers("break")) if (x === 2) break;
for (const x of numbers("full")) log.push(`${x}`);
function firstOver(limit: number): number {
  for (const x of numbers("return")) if (x > limit) return x;
  return -1;
}
log.push(`${firstOver(2)}`);
try {
  for (const x of numbers("throw")) if (x === 1) throw new Error(`at ${x}`);
} catch (e) {
  log.push((e as Error).message);
}
outer: for (const x of numbers("outer", 3)) {
  for (const y of numbers("inner", 3)) {
    if (y === 1) continue outer;
    if (x === 2) break outer;
  }
}
const [a, , b = 9] = numbers("pattern");
const [c, ...others] = numbers("rest", 4);
let d: number;
let e: number;
[d, e = 7] = numbers("short", 1);
console.log(a, b, c, others, d, e);
console.log(log.join("\n"));

class Countdown {
  constructor(private from: number) {}
  [Symbol.iterator](): Iterator<number> {
    let at = this.from;
    return {
      next: () => (at > 0 ? { value: at--, done: false } : { value: undefined, done: true }),
      return: () => {
        console.log("returned at", at);
        return { value: undefined, done: true };
      },
    };
  }
}
for (const x of new Countdown(3)) console.log(x);
for (const x of new Countdown(3)) {
  if (x === 2) break;
}
console.log([...new Countdown(4)], Array.from(new Countdown(2), (x) => x * 10));
const [first] = new Countdown(9);
console.log(first);

class Pairs {
  entries: [string, number][] = [];
  add(name: string, value: number): this {
    this.entries.push([name, value]);
    return this;
  }
  [Symbol.iterator](): IterableIterator<[string, number]> {
    return this.entries[Symbol.iterator]();
  }
}
for (const [name, value] of new Pairs().add("a", 1).add("b", 2)) console.log(name, value);

function* delegating(): Generator<number | string, string> {
  const r = yield* inner();
  console.log("inner returned", r);
  yield* [10, 20];
  yield* "ab";
  yield* new Countdown(2);
  return "end";
}
function* inner(): Generator<number, string> {
  let received: unknown;
  try {
    received = yield 1;
    console.log("received", received);
    yield 2;
  } catch (error) {
    console.log("caught", error);
    yield 3;
  } finally {
    console.log("inner finally");
  }
  return "r";
}
console.log([...delegating()]);
let it = delegating();
console.log(it.next(), (it as Generator<number | string, string, unknown>).next("hello"), it.throw("bad"), it.next());
it = delegating();
it.next();
console.log(it.return("stop"), it.next());
it = delegating();
for (let i = 0; i < 6; i++) it.next();
console.log(it.next());
console.log(it.return("over"));

function* fibonacci(): Generator<number> {
  let [x, y] = [0, 1];
  for (;;) {
    yield x;
    [x, y] = [y, x + y];
  }
}
function* take<T>(n: number, from: Iterable<T>): Generator<T> {
  let i = 0;
  if (n <= 0) return;
  for (const x of from) {
    yield x;
    if (++i >= n) return;
  }
}
function* map<T, U>(from: Iterable<T>, f: (x: T) => U): Generator<U> {
  for (const x of from) yield f(x);
}
console.log([...take(10, fibonacci())].join(" "));
console.log([...take(3, map(fibonacci(), (x) => `<${x}>`))], [...take(2, ["p", "q", "r"])], [...take(2, "xyz")]);
function* zip<A, B>(as: Iterable<A>, bs: Iterable<B>): Generator<[A, B]> {
  const other = bs[Symbol.iterator]();
  for (const a of as) {
    const b = other.next();
    if (b.done) return;
    yield [a, b.value];
  }
}
console.log([...zip([1, 2, 3], "ab")], [...zip(fibonacci(), [true, false])]);
for (const [i, x] of ["u", "v"].entries()) console.log(i, x);
const keys = [...[7, 8, 9].keys()];
const values = ["s", "t"].values();
console.log(keys, values.next(), [...values], values.next());
for (const value of values) console.log("never", value);
