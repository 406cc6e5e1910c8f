// Text indices of arrays, getters without setters, functions called by computed names, dictionaries in dictionaries.
const a: any = [1, 2, 3];
console.log(a["0"], a["length"]);
a["1"] = 5;
for (const i in a) console.log(i, a[i]);
const k: string = "2";
a[k] = 9;
console.log(a, "1" in a, "7" in a, Object.keys(a));
class G { get x() { return 1; } }
try { (new G() as any).x = 5; console.log("no throw"); } catch (e) { console.log((e as Error).message); }
const lit = { get y() { return 2; } };
try { (lit as any).y = 5; console.log("no throw"); } catch (e) { console.log((e as Error).message); }
const handlers: Record<string, any> = { base: 10, add(n: number) { return this.base + n; } };
handlers["sub"] = function (this: any, n: number) { return this.base - n; };
for (const name of ["add", "sub"]) console.log(name, handlers[name](3));
console.log(handlers.add(1));
const memo: Record<number, number> = {};
function fib(n: number): number { if (n < 2) return n; if (memo[n] !== undefined) return memo[n]!; return (memo[n] = fib(n - 1) + fib(n - 2)); }
console.log(fib(50));
const grid: Record<string, string[]> = {};
for (const [x, y] of [[1, 2], [3, 4]]) { (grid[`${x},${y}`] ??= []).push("p"); }
console.log(grid);
const inv = Object.fromEntries(Object.entries({ a: "x", b: "y" }).map(([k, v]) => [v, k]));
console.log(inv);
const merged = { ...{ a: 1 }, ...(process.argv.length > 100 ? { b: 2 } : null), c: 3 };
console.log(merged);
const o: any = {}; if (process.argv.length > 0) { o.b = 1; o.a = 2; } else { o.a = 1; o.b = 2; }
console.log(o, JSON.stringify(grid), JSON.stringify({ m: memo[10] }));
