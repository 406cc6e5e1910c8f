let x = 0.5;
let n = 0;
while (x < 1000 && n < 100) {
  x = x * 1.5 + n;
  n++;
}
console.log(n, x);
let a = 1, b = 0;
for (let i = 0; i < 10; i++) {
  const t = a;
  a = a / 2 + b;
  b = t;
}
console.log(a, b);
