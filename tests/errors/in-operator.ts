const key = process.argv[2] ?? "x";
const point = { x: 1 };
console.log(key in point); // error: the in operator is not supported
