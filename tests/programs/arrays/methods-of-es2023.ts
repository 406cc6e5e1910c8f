const a = [1, 2, 3, 4, 5];
console.log(a.shift(), a, a.unshift(8, 9), a, a.unshift(), a.splice(1, 2), a, a.splice(1, 0, 7, 7, 7), a, a.splice(-1), a, a.splice(0, 1, 5), a);
console.log(a.splice(2), a, a.splice(0, 100), a, a.shift());
const w = ["a", "b", "c", "d", "e"];
console.log(w.copyWithin(0, 3), w.copyWithin(1, 0, 3), w.toSpliced(1, 1, "X", "Y"), w, w.toReversed(), w.toSorted(), w.with(-1, "Q"), w.at(-1), w.at(9));
try { w.with(10, "x"); } catch (e) { console.log((e as Error).message, e instanceof RangeError); }
console.log([1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(2), [1, [2, [3, [4]]]].flat(Infinity), [[1, 2], [3]].flat(), [1, [2]].flat(0));
console.log([3, 1, 2].toString(), String([1, [2, 3]]), [1, 2, 1].lastIndexOf(1), [1, 2, 1].lastIndexOf(1, 1), [1, 2, 1].lastIndexOf(1, -3), [1, 2, 1].lastIndexOf(1, -2), [1].lastIndexOf(2));
console.log([5, 1, 4].findLast((x) => x > 1), [5, 1, 4].findLastIndex((x) => x > 4), [5, 1, 4].findLast((x) => x > 9), [5, 1, 10].sort(), [true, false].sort(), [3, undefined, 1].sort(), ["b", undefined, "a"].sort((x, y) => (x! < y! ? -1 : 1)));
console.log([3, 1, 2].toSorted((x, y) => y - x), [null, 1, "a", undefined, 3].sort());
const many: number[] = [];
for (let i = 0; i < 1000; i++) many.push((i * 7919) % 1000);
console.log(many.sort((x, y) => x - y).every((x, i) => x === i), many.sort((x, y) => y - x)[0]);
const recs = many.map((k, i) => ({ k: k % 10, i }));
recs.sort((x, y) => x.k - y.k);
let stable = true;
for (let i = 1; i < recs.length; i++) if (recs[i - 1]!.k === recs[i]!.k && recs[i - 1]!.i > recs[i]!.i) stable = false;
console.log(stable);
console.log([10, 9, 1].sort(), ["B", "a", "C"].sort(), [1, 2, 3].sort((x, y) => NaN), [2, 1].sort(((x: number, y: number) => x > y) as any));
const q: { v: number }[] = [{ v: 1 }];
let total = 0;
while (q.length > 0) { const x = q.shift()!; total += x.v; if (x.v < 50) { q.push({ v: x.v + 1 }); if (x.v % 2) q.unshift({ v: x.v + 7 }); } }
console.log(total);
