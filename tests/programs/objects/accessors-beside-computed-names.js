const key = "k" + 1;
let v = 3;
const o = { get x() { return v; }, set x(n) { v = n; }, [key]: 1 };
o.x = 5; console.log(o.x, o[key], Object.keys(o).join());
console.log(JSON.stringify(o));
const made = [1, 2].map((n) => ({ get twice() { return n * 2; }, ["n" + n]: n, 7: "seven" }));
for (const one of made) console.log(one.twice, one["n1"], one["n2"], one[7], Object.keys(one).join(), { ...one });
console.log(o);
const sym = Symbol("s");
const beside = { get x() { return 1; }, [sym]: 2, 0: "zero" };
console.log(beside.x, beside[sym], beside[0], Object.keys(beside).join());
class P { get y() { return 5; } }
const other = { base: 1, set w(v) { this.base = v; } };
other.w = 4; console.log(new P().y, other.base, other.w, JSON.stringify(other), other);
