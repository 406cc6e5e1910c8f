function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}
class Rational {
  readonly n: number;
  readonly d: number;
  constructor(n: number, d: number) {
    if (d === 0) throw new RangeError("division by zero");
    const g = gcd(n, d) * (d < 0 ? -1 : 1);
    this.n = n / g;
    this.d = d / g;
  }
  plus(o: Rational): Rational {
    return new Rational(this.n * o.d + o.n * this.d, this.d * o.d);
  }
  dividedBy(o: Rational): Rational {
    return new Rational(this.n * o.d, this.d * o.n);
  }
  toString(): string {
    return this.d === 1 ? `${this.n}` : `${this.n}/${this.d}`;
  }
}
let sum = new Rational(0, 1);
for (let k = 1; k <= 10; k++) sum = sum.plus(new Rational(1, k));
console.log(`${sum}`, `${new Rational(6, -8)}`, `${new Rational(4, 2)}`);
try {
  new Rational(1, 2).dividedBy(new Rational(0, 5));
} catch (error) {
  console.log((error as Error).message);
}
