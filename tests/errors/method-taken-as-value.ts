class Counter {
  n = 0;
  next(): number {
    return ++this.n;
  }
}
const counter = new Counter();
const f = counter.next; // error: next is a method
console.log(f.name);
