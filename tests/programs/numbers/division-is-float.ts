const a = 7;
const b = 2;
console.log(a / b);
console.log(8 / b);
console.log(1 / 3);
console.log(-7 / 2);
console.log(0 / 5);
