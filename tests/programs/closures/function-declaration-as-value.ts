function square(x: number): number {
  return x * x;
}
function cube(x: number): number {
  return x * x * x;
}
let f = square;
console.log(f(3));
f = cube;
console.log(f(3), f === cube, f === square);
