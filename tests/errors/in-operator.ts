const key = process.argv[2] ?? "x";
const point = { x: 1 };
console.log(key in point); // error: in with a name that is only known at run time
