function quotient(a: number, b: number): number {
  return Math.floor(a / b);
}
console.log(quotient(7, 2), quotient(7, 0), quotient(-7, 0), quotient(0, 0));
