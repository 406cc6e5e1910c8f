class Money { constructor(readonly cents: number) {} valueOf() { return this.cents; } toString() { return `$${this.cents / 100}`; } }
class Name { constructor(readonly s: string) {} toString() { return this.s; } }
class Plain { x = 1; }
const a = new Money(250), b = new Money(300), n = new Name("bob"), p = new Plain();
console.log(+a, (a as any) + (b as any), (a as any) * 2, a < b, a > b, a <= b, `${a}`, a + "", String(a), n + "!", (p as any) + 1);
console.log((a as any) == 250, (a as any) != "250", (n as any) == "bob", (p as any) == "[object Object]", (5 as any) == "5", (true as any) == 1, (null as any) == 0, (undefined as any) == null, ("" as any) == 0, ("a" as any) == 0);
const o: any = { valueOf() { return 7; }, toString: () => "seven" };
console.log(o + 1, o * 2, `${o}`, o == 7, o > 6, -o, ~o, o % 4, o ** 2, o | 8);
const arr: any = [5];
console.log(arr * 2, arr + 1, arr == 5, arr == "5", ([] as any) + [], ([1, 2] as any) + "", ([] as any) == "", [1,2] < ([1,3] as any));
const mixed: any[] = [1, "1", true, null, undefined, a, n, [1], "x", 0, ""];
let s = "";
for (const x of mixed) for (const y of mixed) s += x == y ? "1" : "0";
console.log(s);
s = "";
for (const x of mixed) for (const y of mixed) s += (x < y ? "1" : "0") + (x >= y ? "1" : "0");
console.log(s);
for (const x of mixed) for (const y of [2, "z", a, null]) s += (x as any) + (y as any) + ";";
console.log(s);
let c: any = new Money(5); c++; console.log(c); c = new Money(8); c += 1; console.log(c); c = new Money(8); c -= new Money(2) as any; console.log(c);
class Bad { valueOf() { return {}; } toString() { return {} as any; } }
try { console.log((new Bad() as any) + 1); } catch (e) { console.log((e as Error).message); }
class Neg { valueOf() { return -0; } }
console.log(1 / (new Neg() as any), Object.is(+(new Neg() as any), -0), (new Neg() as any) + 0);
class Boom { valueOf(): number { throw new RangeError("boom"); } }
try { console.log((new Boom() as any) < 3); } catch (e) { console.log((e as Error).message); }
console.log(new Error("q") + "", [a, n] + "", "" + { a: 1 });
class V2 { constructor(public v: string | number) {} valueOf() { return this.v; } }
console.log((new V2("3") as any) + 1, (new V2(3) as any) + 1, (new V2("3") as any) * 2, new V2("10") < new V2("9"), new V2(10) < new V2(9));
