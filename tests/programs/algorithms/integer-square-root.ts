function isqrt(n: number): number {
  if (n < 2) return n;
  let x = Math.floor(n / 2);
  for (;;) {
    const y = Math.floor((x + Math.floor(n / x)) / 2);
    if (y >= x) return x;
    x = y;
  }
}
console.log(isqrt(0), isqrt(1), isqrt(24), isqrt(25), isqrt(10 ** 15), isqrt(2 ** 53 - 1));
