class Matrix {
  constructor(
    readonly a: number,
    readonly b: number,
    readonly c: number,
    readonly d: number,
  ) {}

  times(o: Matrix, modulus: number): Matrix {
    return new Matrix(
      (this.a * o.a + this.b * o.c) % modulus,
      (this.a * o.b + this.b * o.d) % modulus,
      (this.c * o.a + this.d * o.c) % modulus,
      (this.c * o.b + this.d * o.d) % modulus,
    );
  }
}
function fibonacci(n: number, modulus: number): number {
  let result = new Matrix(1, 0, 0, 1);
  let base = new Matrix(1, 1, 1, 0);
  while (n > 0) {
    if (n % 2 === 1) result = result.times(base, modulus);
    base = base.times(base, modulus);
    n = Math.floor(n / 2);
  }
  return result.b;
}
console.log(fibonacci(10, 1000007), fibonacci(1000000, 1000007), fibonacci(2 ** 40, 99991));
