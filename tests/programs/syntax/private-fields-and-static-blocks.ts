class Counter {
  static made = 5;
  #count = 1;
  static {
    Counter.made += 2;
  }
  get count(): number {
    return this.#count;
  }
  set count(n: number) {
    this.#count = n * 2;
  }
  read = (): number => this.#count;
  static make(): Counter {
    Counter.made++;
    return new this();
  }
}
const counter = new Counter();
counter.count = 4;
counter.count += 1;
counter.count++;
console.log(counter.count, counter.read(), Counter.made, Counter.make().count, Counter.made);
