console.log(2 ** 3 ** 2);
let x = 3;
x **= 2;
console.log(x, -(x ** 2));
