console.log(5.5 % 2);
console.log(-5.5 % 2);
console.log(1e17 % 7);
console.log(0.3 % 0.1);
console.log(5 % Infinity, Infinity % 5, NaN % 2);
