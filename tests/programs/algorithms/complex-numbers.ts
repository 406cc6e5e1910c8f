class Complex {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {}
  plus(o: Complex): Complex {
    return new Complex(this.re + o.re, this.im + o.im);
  }
  times(o: Complex): Complex {
    return new Complex(this.re * o.re - this.im * o.im, this.re * o.im + this.im * o.re);
  }
  get magnitude(): number {
    return Math.sqrt(this.re ** 2 + this.im ** 2);
  }
  toString(): string {
    return this.im < 0 ? `${this.re}-${-this.im}i` : `${this.re}+${this.im}i`;
  }
}
const i = new Complex(0, 1);
let z = new Complex(1, 0.5);
for (let n = 0; n < 3; n++) z = z.times(z).plus(i);
console.log(`${z}`, `${i.times(i)}`, new Complex(3, -4).magnitude);
