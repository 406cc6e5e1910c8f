function f(...xs: number[], y: number): number { // error: A rest parameter must be last in a parameter list.
  return xs.length + y;
}
console.log(f(1)); // error: Expected 2 arguments, but got 1.
