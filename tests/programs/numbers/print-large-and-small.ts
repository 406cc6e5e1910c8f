let x = 1;
for (let i = 0; i < 24; i++) x *= 10;
console.log(x, 1e20, 1e21, 123456789012345680000, 1.5e21);
let y = 1;
for (let i = 0; i < 8; i++) {
  y /= 10;
  console.log(y);
}
