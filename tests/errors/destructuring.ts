const point = { x: 1, y: 2 };
const { x, y } = point; // error: destructuring is not supported
console.log(x, y);
