let a = 0, b = 1, c = 2, d = 3, e = 4, f = 5;
for (let i = 0; i < 20; i++) {
  const t = a;
  a = b;
  b = c;
  c = d;
  d = e;
  e = f;
  f = (t + i) % 7;
}
console.log(a, b, c, d, e, f);
