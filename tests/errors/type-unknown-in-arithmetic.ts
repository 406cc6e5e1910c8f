function f(x: unknown): number {
  return x + 1; // error: 'x' is of type 'unknown'.
}
console.log(f(1));
