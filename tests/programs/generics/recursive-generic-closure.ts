function outer(k: number) {
  const twice = <T,>(x: T): T[] => (k > 100 ? twice(x) : [x, x]);
  const f = twice;
  return [twice(k).length, twice("s")[0], f(true), twice];
}
console.log(outer(3).slice(0, 3));
const perms = <T,>(xs: T[]): T[][] => (xs.length <= 1 ? [xs] : xs.flatMap((x, i) => perms([...xs.slice(0, i), ...xs.slice(i + 1)]).map((p) => [x, ...p])));
console.log(perms([1, 2, 3]).map((p) => p.join("")).join(" "), perms(["a", "b"]));
const id = function <T>(x: T): T { const again: (y: T) => T = id; return x === again ? x : x; };
console.log([1, 2].map(id), id("x"), typeof id);
