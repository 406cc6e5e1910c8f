function product(a: number, b: number): number {
  return a * b;
}
console.log(product(0, -5), product(-0, -5), product(0, 5));
console.log(1 / product(0, -5), 1 / product(3, 0));
