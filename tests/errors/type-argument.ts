function half(n: number): number {
  return n / 2;
}
console.log(half("4")); // error: Argument of type 'string' is not assignable
