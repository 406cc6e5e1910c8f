function describe(n: number): string {
  return n % 2 === 0 ? "even" : n % 2 === 1 ? "odd" : "neither";
}
for (const n of [0, 1, 2, -1, -2, 2.5, NaN]) console.log(n, describe(n));
