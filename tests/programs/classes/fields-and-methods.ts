class Counter {
  private count = 0;

  increment(by: number): number {
    this.count += by;
    return this.count;
  }
}
const a = new Counter();
const b = new Counter();
a.increment(2);
console.log(a.increment(3), b.increment(1));
