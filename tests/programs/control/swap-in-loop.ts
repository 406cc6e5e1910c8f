let x = 1;
let y = 2;
for (let i = 0; i < 5; i++) {
  const t = x;
  x = y;
  y = t;
}
console.log(x, y);
