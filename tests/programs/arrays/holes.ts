const h = [1, , 3];
console.log(h, h.length, h[1]);
let visits = 0; h.forEach(() => visits++); console.log(visits);
const n = new Array<number>(3); let m = 0; n.forEach(() => m++);
console.log(m, n.filter(() => true), n.some(() => true), n.every(() => false), n.length, n.join("-"), n.includes(undefined as any), n.find((x) => x === undefined), n.findIndex((x) => x === undefined));
n[1] = 7; console.log(n, n.reduce((x, y) => x + y), n.filter((x) => x > 0), n.some((x) => x > 8));
const s: number[] = [1]; s[4] = 5; console.log(s, s.length, s.reduce((x, y) => x + y), s.reduceRight((x, y) => x + y)); let sum = 0; s.forEach((x, i) => { sum += x * i; }); console.log(sum);
s.length = 2; console.log(s);
try { new Array<number>(2).reduce((x, y) => x + y); } catch (e) { console.log((e as Error).message); }
for (const x of [1, , 2]) console.log(x);
const words = ["a", , "b"]; console.log(words.flatMap((w) => [w, w]), words.join(), [, "x"].length, words.indexOf("b"), words.lastIndexOf("a"));
const grid = new Array<number[]>(3); for (let i = 0; i < 3; i++) grid[i] = new Array<number>(2).fill(i); console.log(grid.map((r) => r.length), grid);
console.log([1, 2, 3].map((x) => x * 2).reduce((a, b) => a + b), Array.from(new Array(2), (_, i) => i), [...new Array(2)].map((_, i) => i), new Array(3).fill(0).map((_, i) => i));
