const box = {
  v: 3,
  get doubled(): number {
    return this.v * 2;
  },
  set doubled(n: number) {
    this.v = n;
  },
  increase(): number {
    this.v++;
    return this.doubled;
  },
};
box.doubled = 10;
console.log(box.increase(), box.doubled);
