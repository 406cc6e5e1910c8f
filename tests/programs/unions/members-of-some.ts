function tryIt(f: () => unknown): void { try { console.log(f()); } catch (e) { console.log((e as Error).name + ": " + (e as Error).message); } }
class A { m() { return "A.m"; } f = 1; }
const vals: any[] = [5, "str", true, [1, 2], new A(), { m: 3, g: () => 4 }, null, undefined];
for (const x of vals) {
  tryIt(() => x.slice(0, 1));
  tryIt(() => x.m());
  tryIt(() => x.g());
  tryIt(() => x.f);
  tryIt(() => x.toFixed(1));
  tryIt(() => x.length);
  tryIt(() => x());
  tryIt(() => x.push(1));
  tryIt(() => x.toUpperCase());
}
