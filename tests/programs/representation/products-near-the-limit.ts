function product(a: number, b: number): number {
  return a * b;
}
console.log(product(94906265, 94906265), product(94906266, 94906267), product(-2147483648, 4194304));
console.log(product(3037000500, 3037000500), product(2 ** 40, 2 ** 40), product(4294967295, 2097153));
