// More than six elements are arranged in columns; long ones break lines.
console.log([1, 2, 3, 4, 5, 6]);
console.log([1, 2, 3, 4, 5, 6, 7]);
const squares: number[] = [];
for (let i = 0; i < 30; i++) squares.push(i * i);
console.log(squares);
