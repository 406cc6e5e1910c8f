class V {
  constructor(readonly n: number) {}
}
let a = new V(1);
let b = new V(2);
let c = new V(3);
for (let i = 0; i < 10000; i++) {
  const next = new V((a.n + b.n + c.n) % 1000);
  a = b;
  b = c;
  c = next;
}
console.log(a.n, b.n, c.n);
