function counterOf(step: number): () => number {
  let made = 0;
  class Counter {
    n = 0;
    constructor() {
      made++;
    }
    next(): number {
      this.n += step;
      return this.n + made * 100;
    }
  }
  const a = new Counter();
  const b = new Counter();
  return () => a.next() + b.next();
}
const next = counterOf(2);
console.log(next(), next());
