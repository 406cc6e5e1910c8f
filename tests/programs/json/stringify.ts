/* JSON.stringify and the format directives that look into objects. */
class P { x = 1; #secret = 5; y: number | undefined; get sum() { return this.x; } method() { return 1; } }
class D { v = 7; toJSON() { return { d: this.v, k: "x" }; } }
class K { toJSON(key: string) { return "key=" + key; } }
class S { toString() { return "I am S"; } }
class NE extends Error { code = 5; constructor() { super("m"); this.name = "N"; } }
const o = { a: 1, b: [1, 2.5, -0, NaN, null, undefined, "t\"\n\u2028é\ud800"], c: { nested: { deep: [] as number[], e: {} } }, u: undefined, f: () => 1, t: true, get g() { return "getter" + this.a; }, 'key with "q"': "x" };
console.log(JSON.stringify(o));
console.log(JSON.stringify(o, null, 2));
console.log(JSON.stringify(o, null, "--"));
console.log(JSON.stringify(o, ["a", "c", "nested"]));
console.log(JSON.stringify(o, ["a", "c", "nested"], 20));
console.log(JSON.stringify(new P()), JSON.stringify([new P(), new D(), new K()]), JSON.stringify({ k: new K(), arr: [new K()] }));
console.log(JSON.stringify("str"), JSON.stringify(5), JSON.stringify(null), JSON.stringify(true), JSON.stringify(undefined), JSON.stringify(() => 1));
console.log(JSON.stringify([]), JSON.stringify({}), JSON.stringify([[]], null, 1), JSON.stringify([{}], null, 1));
console.log(JSON.stringify({ date: { toJSON() { return "custom"; } }, inf: Infinity, big: 1e21, small: 1e-7, int: 4294967296, neg: -2147483648, m: 9007199254740991 }));
const loop: any = { name: "loop", child: { list: [1, 2] as any[] } };
loop.child.list.push(loop);
try { JSON.stringify(loop); } catch (e) { console.log((e as Error).message, e instanceof TypeError); }
const self: any = { self: null }; self.self = self;
try { JSON.stringify(self); } catch (e) { console.log((e as Error).message); }
const l1: any = { n: { n: { n: { n: { n: null } } } } }; l1.n.n.n.n.n = l1;
try { JSON.stringify(l1); } catch (e) { console.log((e as Error).message); }
console.log("%s|%s|%s|%s|%s", new S(), new P(), [1, [2, [3]]], { a: { b: 1 } }, new Error("e").message);
console.log("%d|%i|%f|%j|%o|%O|%c|%%|%x", "42.5", 42.9, "1.5abc", { j: new D() }, [1, { a: 2 }], { q: { w: { e: { r: 1 } } } }, "css");
console.log(JSON.stringify({ e: new Error("x"), n: new NE() }));
function len(x: unknown): number { return JSON.stringify(x)!.length; }
console.log(len({ a: 1 }), len("abc"));
console.log(JSON.stringify({a:[{b:1},{b:2}]}, null, "\t"));
