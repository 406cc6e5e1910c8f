class Counter {
  n = 0;
  next(): number {
    return ++this.n;
  }
}
const counter = new Counter();
const f = counter.next; // error: the method next is used as a value
console.log(f.name);
