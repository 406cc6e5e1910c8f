let a = 0x7fffffff;
let b = 0x7ffffff0;
for (let i = 0; i < 5; i++) {
  const c = (a + b) | 0;
  a = b;
  b = c;
  console.log(b, (a + b + 1) >>> 0, (a - b) & 0xffff);
}
