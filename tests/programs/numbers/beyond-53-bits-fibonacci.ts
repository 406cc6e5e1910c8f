let a = 0;
let b = 1;
for (let i = 0; i < 100; i++) {
  const next = a + b;
  a = b;
  b = next;
}
console.log(a, b);
