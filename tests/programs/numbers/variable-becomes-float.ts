let x = 1;
console.log(x);
x = x / 2;
console.log(x);
x = x + 0.5;
console.log(x, x === 1);
