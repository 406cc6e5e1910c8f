for (const x of [2.5, -2.5, 0.5, -0.5, 1.4999999999999999, 0.49999999999999994, 4503599627370495.5]) {
  console.log(x, Math.round(x), Math.floor(x), Math.ceil(x), Math.trunc(x));
}
