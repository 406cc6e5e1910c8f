function one(x: number): number {
  return x;
}
console.log(one(1, 2)); // error: Expected 1 arguments, but got 2.
