// Holes beside undefined as such, in arrays of one kind and of several.
const a = [1, , undefined, 4];
console.log(a, a.length, a[1], a[2], 1 in a, 2 in a, Object.keys(a), JSON.stringify(a));
let visits = 0; a.forEach(() => visits++); console.log(visits, a.filter(() => true), a.indexOf(undefined), a.includes(undefined));
const b = new Array<number>(4); b[1] = 5; console.log(b, b.findIndex((x) => x === undefined), Object.entries(b));
const u: (number | undefined)[] = [undefined, 2]; console.log(u);
const w: (string | undefined)[] = ["a", undefined]; w[4] = "e"; console.log(w, w.length, w.join("-"), w.filter((x) => x === undefined).length);
const o: ({ k: number } | undefined)[] = [{ k: 1 }]; o.push(undefined); o[3] = { k: 2 }; console.log(o, o[2]);
const n = new Array<boolean | undefined>(3); n[0] = true; n[1] = undefined; console.log(n, n.some((x) => x === undefined), n.every((x) => x !== false));
const f: (number | undefined)[] = [0.5]; f.length = 3; f.push(undefined, 1.5); console.log(f, f.slice(1), f.concat([undefined, 2.5]), f.reverse());
const m: (number | string | undefined)[] = [1, "x"]; m[3] = undefined; console.log(m, [...m], m.reduce((s: string, x) => s + x, ""));
for (const k in m) console.log(k, m[k]);
m.length = 2; m.length = 4; console.log(m); m.fill(undefined); console.log(m);
const c = [...a]; console.log(c, a.slice(), Array.from(a), a.flat());
const s = [3, , 1, undefined, 2]; s.sort(); console.log(s); s.pop(); console.log(s, s.pop(), s.shift(), s);
const g: any[] = [, undefined, null]; console.log(g, g.length, g.flatMap((x) => [x, x]));
