function squareRoot(n: number): number {
  let x = n;
  for (;;) {
    const next = (x + n / x) / 2;
    if (Math.abs(next - x) < 1e-12 * x) return next;
    x = next;
  }
}
for (const n of [2, 9, 1e6, 0.25]) console.log(n, squareRoot(n).toFixed(10), Math.sqrt(n).toFixed(10));
