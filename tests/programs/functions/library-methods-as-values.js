// Methods of the library as values: tested for existence, kept, called with another `this`.
const text = "a-b-c";
const list = [3, 1, 2];
console.log(text.replaceAll ? text.replaceAll("-", "+") : "old", typeof list.at === "function" ? list.at(-1) : "old");
if (Array.prototype.flat) console.log("flat", typeof String.prototype.normalize, typeof [].nothing);
const value = 3.14159;
console.log(value?.toFixed?.(2), list.nothing?.(1));

const push = list.push;
console.log(push.call(list, 5, 6), push.apply(list, [7]), list, push.name, push.length);
const { concat, splice } = [];
console.log(concat.call([1], 2, [3]), splice.call(list, 0), list, splice.call([1, 2, 3], 1, 1, 8, 9));
const reduce = Array.prototype.reduce;
console.log(reduce.call([1, 2, 3], (a, b) => a + b), reduce.call([], (a, b) => a + b, 10));
const both = [Array.prototype.lastIndexOf, Array.prototype.indexOf];
console.log(both.map((find) => find.call([1, 2, 1, 2, 1], 1)), both.map((find) => find.call([1, 2, 1], 1, 1)));

const slice = Array.prototype.slice;
function rest() {
  return slice.call(arguments, 1);
}
function* each() {
  yield* arguments;
}
console.log(rest(1, 2, 3), rest(), [...each(1, 2)]);
const bound = list.push.bind(list);
bound(1);
bound(2, 3);
console.log(list, [].slice === Array.prototype.slice, "".slice === [].slice);

const changes = { up: String.prototype.toUpperCase, trim: String.prototype.trim, cut: "".slice };
for (const name of Object.keys(changes)) console.log(name, JSON.stringify(changes[name].call(" Ab ")));
console.log(changes.up.call(12), changes.trim.call([" x "]));
const uncurried = (f) => (self, ...more) => f.call(self, ...more);
console.log(uncurried(changes.up)("abc"), [" a ", "b "].map(uncurried(changes.trim)));
for (const wrong of [() => changes.up.call(null), () => (5).toFixed.call("5"), () => reduce.call(undefined)])
  try {
    wrong();
  } catch (error) {
    console.log(`${error}`);
  }

const seen = new Set();
[1, 2, 2].forEach(seen.add, seen);
const ages = new Map([["Ann", 5]]);
console.log(seen.size, ["Ann", "Bob"].map(ages.get, ages), ["Ann", "Bob"].filter(ages.has, ages));
console.log([1, 4].map(Math.sqrt), [1, 1.5].filter(Number.isInteger));
const has = Object.prototype.hasOwnProperty;
const owns = { x: 1 }.hasOwnProperty;
console.log(has.call({ a: 1 }, "a"), owns.call({ a: 1 }, "b"), has === owns);

// What is what, by its methods.
function kind(x) {
  if (x === null || x === undefined) return "nothing";
  if (typeof x.then === "function") return "thenable";
  if (typeof x[Symbol.iterator] === "function") return x.forEach ? "collection" : "sequence";
  return x.toFixed ? "number" : x.call ? "function" : "other";
}
console.log([[], "s", 5, new Map(), {}, null, Promise.resolve(), kind, { then() {} }, true].map(kind));
function visit(some, f) {
  if (some.forEach) some.forEach(f);
  else for (const key in some) f(some[key], key);
}
visit([1], (one) => console.log(one));
visit({ a: 2 }, (one, key) => console.log(one, key));

// What all objects inherit.
class Point {
  x = 1;
}
class Named {
  toString() {
    return "named";
  }
}
const show = (x) => (x && x.toString ? x.toString() : "none");
console.log([5, [1, [2]], {}, null, "s", true, new Point(), new Named(), new Map()].map(show));
const point = new Point();
console.log(point.valueOf() === point, { a: 1 }.toLocaleString(), typeof point.toString, point.toString.name);
