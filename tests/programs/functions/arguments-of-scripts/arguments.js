// `arguments`, and methods of arrays on what is given.
function count() { return arguments.length; }
console.log(count(), count(1), count(1, undefined), count(...[1, 2, 3]));
function sum(first, second) {
  let total = 0;
  for (let i = 0; i < arguments.length; i++) total += arguments[i];
  return [total, first, second];
}
console.log(sum(1), sum(1, 2, 3), sum());
function join(separator) {
  const parts = Array.prototype.slice.call(arguments, 1);
  return parts.join(separator);
}
console.log(join("-", "a", "b"), join("+"));
function both(a, b = 10, ...rest) { return [a, b, rest, arguments.length]; }
console.log(both(1), both(1, 2, 3, 4), both.length, sum.length);
function forward() { return sum.apply(null, arguments); }
function spreads() { return Math.max(...arguments); }
console.log(forward(4, 5), spreads(3, 9, 2));
const api = {
  total: 0,
  add: function () { for (const one of arguments) this.total += one; return this; },
  list() { return Array.from(arguments).map((x) => x * 2); },
};
console.log(api.add(1, 2).add(3).total, api.list(1, 2), [].slice.call([1, 2, 3], 1), [].concat.apply([], [[1], [2, 3]]));
class Point {
  constructor() { this.parts = [...arguments]; }
  static of() { return new Point(...arguments); }
}
console.log(new Point(1, 2).parts, Point.of(3).parts);
function curry(fn) {
  const kept = [].slice.call(arguments, 1);
  return function () { return fn.apply(this, kept.concat([].slice.call(arguments))); };
}
console.log(curry(sum, 1)(2, 3), curry((a, b) => a * b)(6, 7));
function Vec(x, y) { this.n = arguments.length; this.x = x; this.y = y; }
console.log(new Vec(1).n, new Vec(1, 2));
function memoize(fn) {
  const cache = {};
  return function () {
    const key = Array.prototype.join.call(arguments, ",");
    if (!(key in cache)) cache[key] = fn.apply(null, arguments);
    return cache[key];
  };
}
const power = memoize((a, b) => { console.log("computing"); return a ** b; });
console.log(power(2, 3), power(2, 3), power(3, 2));
const [x, y] = [1, 2].map(function () { return arguments.length; });
console.log(x, y);
const each = Array.prototype.forEach;
each.call(["p", "q"], function (one, i) { console.log(one, i, arguments.length); });
console.log(Array.prototype.map.call([1, 2], (n) => n + 1), String.prototype.trim.call("  t "), Array.prototype.indexOf.call([5, 6], 6));
const grown = [1, 2];
[].push.apply(grown, grown);
Array.prototype.unshift.apply(grown, [0]);
console.log(grown);
