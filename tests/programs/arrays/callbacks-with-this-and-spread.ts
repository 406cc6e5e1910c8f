const a = [1, 2]; const b = [5, 6, 7];
a.unshift(...b); console.log(a);
a.splice(1, 1, ...b); console.log(a);
console.log(a.concat(...[[1], [2, 3]]), Math.max(...a), Math.min(...a, -1), String.fromCharCode(...[72, 105]), [].concat(...([[1], [2]] as any)));
console.log(a.concat(b, 9 as any, [10]));
class Counter { total = 0; add(xs: number[]) { xs.forEach(function (this: Counter, x) { this.total += x; }, this); } }
const c = new Counter(); c.add([1, 2, 3]); console.log(c.total);
console.log([1, 2, 3].map(function (this: { k: number }, x) { return x * this.k; }, { k: 10 }));
function g(this: { k: number } | undefined, x: number): number { return this === undefined ? -x : this.k * x; }
export function each(xs: number[], f: (this: any, x: number) => number, self?: any): number[] { const r: number[] = []; for (const x of xs) r.push(f.call(self, x)); return r; }
console.log(each([1, 2], g, { k: 3 }), each([1, 2], g), g.apply({ k: 2 }, [4]), [1, 2, 3].map((x) => x + 1));
const arrow = (x: number) => x * 2; console.log(each([4], arrow));
console.log([3, 1, 2].toSorted(), ["b", "a"].toSorted((x, y) => (x < y ? -1 : 1)));
try { [1].map(5 as any); } catch (e) { console.log(e instanceof TypeError); }
