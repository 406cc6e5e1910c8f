const squares: number[] = [];
for (let i = 0; i < 1000; i++) squares.push(i * i);
let sum = 0;
for (let i = 0; i < squares.length; i++) sum += squares[i]!;
console.log(squares.length, sum, squares[999]);
