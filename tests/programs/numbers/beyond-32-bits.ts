let x = 2147483647;
x++;
console.log(x);
x += x;
console.log(x);
let y = -2147483648;
y--;
console.log(y, y * 4);
