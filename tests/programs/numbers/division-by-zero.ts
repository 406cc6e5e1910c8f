function divide(a: number, b: number): number {
  return a / b;
}
console.log(divide(1, 0), divide(-1, 0), divide(0, 0));
console.log(1 / divide(1, 0), 1 / divide(-1, 0));
