// Functions of the library as values, under other names, bound, and in objects.
const { log, error: complain } = console;
log("a", 1, [2]);
["x", "y"].forEach(console.log);
[1.5, 2.7].map(Math.floor).forEach((n) => log(n));
const { floor, max, PI } = Math;
log(floor(2.5), max(1, 2, 3), max(...[4, 9, 2]), PI);
const round = Math.round;
log([1.4, 1.6].map(round), ["1", "2", "x"].map(Number), ["10", "10", "10"].map(parseInt as any));
log([3, 1, 2].reduce((a, b) => max(a, b)), Math.max.apply(null, [1, 5, 3]), Math.min.call(null, 4, 2));
const fns = [Math.sqrt, Math.abs, (x: number) => x + 1];
log(fns.map((f) => f(16)), fns.map((f) => f.name));
const { keys, entries } = Object;
log(keys({ a: 1, b: 2 }), entries({ c: 3 }));
const { parse: fromJson, stringify } = { parse: (t: string) => t.length, stringify: JSON.stringify };
log(fromJson("abc"), stringify({ z: [1] }));
const hasOwn = Object.prototype.hasOwnProperty;
log(hasOwn.call({ a: 1 }, "a"), hasOwn.call({ a: 1 }, "b"));
const logger: { log: (...args: unknown[]) => void } = { log: console.log };
logger.log("through", "an object", 3);
function run(out = console.log) { out("default", "argument"); }
run(); run((...list) => log("own", ...list));
const codes = String.fromCharCode.apply(null, [72, 105]);
log(codes, [65, 66].map((c) => String.fromCharCode(c)), String.fromCharCode(...[67, 68]));
Promise.resolve("later").then(console.log);
setTimeout(console.log, 0, "timer", 1);
log([0, 1, "", "x", null].filter(Boolean), [1, 2].map(String), Math.max.length, console.log.name, parseInt.length);
const bound = console.log.bind(console, "prefix:");
bound("x", 1);
const isArray = Array.isArray;
log([[1], 2].map(isArray), [["a", 1]].map(String));
class Service {
  constructor(private readonly logger: { log(...args: unknown[]): void; error?(...args: unknown[]): void } = console) {}
  run() { this.logger.log("service", 1); }
}
new Service().run();
new Service({ log: (...args) => log("custom", ...args) }).run();
console.log.apply(console, ["applied", 2]);
// The library's own functions with rest parameters, as values. Behind the first timer: Node does not say which of a
// timer of 1 ms and an immediate comes first.
const later = setImmediate;
setTimeout(() => {
  later?.(
    (a: number, b: string) => {
      console.log("later", a, b);
      const after = setTimeout;
      after((c: unknown) => console.log("after", c), 1, [3]);
    },
    1,
    "two",
  );
}, 5);
