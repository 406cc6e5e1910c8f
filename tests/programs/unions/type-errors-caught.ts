function tryIt(f: () => unknown): void { try { console.log(f()); } catch (e) { console.log((e as Error).name + ": " + (e as Error).message); } }
const o: any = { a: { b: null }, f: 3, u: undefined };
tryIt(() => o.f());
tryIt(() => o.a.b.c);
tryIt(() => o.zip());
tryIt(() => o.a.zip());
tryIt(() => o.u.x);
tryIt(() => o.u());
tryIt(() => o["f"]());
tryIt(() => { o.a.b.c = 1; });
tryIt(() => { (5 as any).x = 1; return 1; });
tryIt(() => { ("s" as any).x = 1; return 1; });
tryIt(() => { ("s" as any).length = 1; return 1; });
tryIt(() => { (true as any).x = 1; return 1; });
tryIt(() => (5 as any).x);
tryIt(() => new o.f());
tryIt(() => (undefined as any)());
tryIt(() => (null as any).foo());
tryIt(() => (void 0 as any)?.foo());
let cb: (() => number) | undefined;
tryIt(() => cb!());
const t: any = vals();
function vals(): any { return [1, "a", null]; }
for (const v of t) tryIt(() => v.toString());
tryIt(() => (o.u, o.f));
tryIt(() => o.x.y.z);
tryIt(() => o?.x?.y.z);
tryIt(() => o.f.toFixed(2));
tryIt(() => o.f.foo.bar);
