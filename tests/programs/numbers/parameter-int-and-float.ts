function twice(x: number): number {
  return x + x;
}
console.log(twice(2), twice(0.1), twice(-3), twice(1e300));
