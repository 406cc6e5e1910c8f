// Methods that a program adds to prototypes of the library, as old programs do.
Array.prototype.last = function () { return this[this.length - 1]; };
Array.prototype.sum = function () { return this.reduce((a, b) => a + b, 0); };
String.prototype.shout = function (n = 1) { return this.toUpperCase() + "!".repeat(n); };
Number.prototype.double = function () { return this * 2; };
Number.prototype.times = function (f) { const out = []; for (let i = 0; i < this; i++) out.push(f(i)); return out; };
Function.prototype.twice = function (x) { return this(this(x)); };
if (!Array.prototype.flat) { Array.prototype.flat = function () { return "polyfilled"; }; }
if (typeof Array.prototype.first !== "function") { Array.prototype.first = function () { return this[0]; }; }
Object.defineProperty(Array.prototype, "second", { value: function () { return this[1]; }, enumerable: false });
Date.prototype.year = function () { return this.getUTCFullYear(); };
Map.prototype.getOr = function (k, d) { return this.has(k) ? this.get(k) : d; };
console.log([1, 2, 3].last(), ["a"].last(), [1, 2, 3].sum(), "abc".shout(), "abc".shout(3), (5).double(), (3).times((i) => i * i).sum());
console.log(((x) => x + 1).twice(5), [[1], [2]].flat(), [7, 8].first(), [7, 8].second(), new Date(0).year());
console.log(new Map([["a", 1]]).getOr("b", 9), new Map([["a", 1]]).getOr("a", 9), [].last());
for (const k in [5, 6]) console.log(k);
const mixed = [[1, 2], "text", { last() { return "own"; }, shout: () => "mine" }, 4];
for (const one of mixed) { try { console.log(one.last()); } catch (e) { console.log(e.message); } }
console.log(typeof [].last, typeof "".shout, [1, 2] + "", [3, 4]);
try { null.last(); } catch (e) { console.log(e.message); }
console.log("last" in [1], "second" in [], "absent" in [1], "last" in { last: 1 }, "last" in {});
console.log(Array.prototype.last.call([4, 5]), Array.prototype.last.apply([4, 6], []), String.prototype.shout.call("b", 2));
const take = Array.prototype.last; console.log(take.call([9]), [[1, 2], [3]].map((one) => one.last()).last());

// What Node has stays, of functions of the library too.
if (!Object.entries) Object.entries = () => "old";
if (typeof Object.assign !== "function") {
  Object.assign = () => "old";
}
Number.isInteger = Number.isInteger || (() => "old");
console.log(Object.entries({ a: 1 }), Object.assign({}, { b: 1 }), Number.isInteger(5));
