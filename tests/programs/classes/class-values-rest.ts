class R { xs: number[]; constructor(readonly tag: string, ...xs: number[]) { this.xs = xs; } sum() { return this.xs.reduce((a, b) => a + b, 0); } }
class S extends R {}
class One { tag = "one"; constructor(public a: number) {} sum() { return this.a; } }
const kinds: (new (...args: any[]) => { tag: string; sum(): number })[] = [R, S];
for (const K of kinds) { const k = new K("t", 1, 2, 3); console.log(k.tag, k.sum(), K.name); }
const more = [4, 5, 6];
for (const K of [...kinds, One] as any[]) { const k = new K(...[7, ...more]); console.log(k.tag, k.sum(), k.constructor.name, K.length); }
