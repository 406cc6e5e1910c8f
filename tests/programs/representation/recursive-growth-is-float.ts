function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
console.log(factorial(5), factorial(18), factorial(19), factorial(25), factorial(170), factorial(171));
