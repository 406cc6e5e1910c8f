function negate(x: number): number {
  return -x;
}
for (let i = -1; i <= 1; i++) console.log(negate(i), 1 / negate(i));
