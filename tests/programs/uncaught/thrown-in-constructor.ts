// exit: 1
class Positive {
  constructor(readonly n: number) {
    if (n < 0) throw new RangeError(`negative: ${n}`);
  }
}
console.log(new Positive(1).n);
console.log(new Positive(-1).n);
