for (const x of [0, 1, -1, 0.5, 2, 10, 100, 710, -745]) console.log(x, Math.exp(x), Math.expm1(x));
for (const x of [1, 2, 0.5, 10, 1e-10, 0, -1, 1e308]) {
  console.log(x, Math.log(x), Math.log2(x), Math.log10(x), Math.log1p(x));
}
