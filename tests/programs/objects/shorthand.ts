const x = 3;
const y = 4;
const point = { x, y, sum: x + y };
console.log(point);
