let x = 1;
for (let i = 0; i < 64; i++) x = x * 2;
console.log(x, x + 1 === x, x % 10, x / 3);
let y = 1;
for (let i = 0; i < 60; i++) y += y;
console.log(y);
