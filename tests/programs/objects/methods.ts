const counter = {
  count: 0,
  next(): number {
    this.count++;
    return this.count;
  },
  reset(): void {
    this.count = 0;
  },
};
counter.next();
console.log(counter.next());
counter.reset();
console.log(counter.next());
