const places = [0, 1.5, 2.9, -0.5, NaN, 100.99];
for (const p of places) console.log((3.14159).toFixed(p).slice(0, 10), (314.159).toExponential(p).slice(0, 10));
for (const p of [1.5, 2.9, 21]) console.log((3.14159).toPrecision(p));
for (const r of [2.5, 10.7, 36.9]) console.log((255).toString(r), (0.5).toString(r), parseInt("101", r));
let some: number | undefined;
console.log((2.5).toFixed(some), (255).toString(some), parseInt("0x1f", some));
for (const r of [NaN, 0, 4294967312, -1, 1]) console.log(parseInt("12", r));
some = 16;
console.log((255).toString(some));
for (const p of [-1, 101, Infinity, -1.5]) {
  try {
    console.log((1).toFixed(p));
  } catch (e) {
    console.log((e as Error).message);
  }
}
