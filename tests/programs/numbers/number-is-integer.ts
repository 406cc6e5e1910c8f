for (const x of [0, -0, 1, 1.5, -3, 1e300, NaN, Infinity, 2 ** 53, 0.1 + 0.9]) {
  console.log(x, Number.isInteger(x), Number.isSafeInteger(x), Number.isFinite(x), Number.isNaN(x));
}
