function f(a: number, a: number): number { // error: Duplicate identifier 'a'.
  return a;
}
console.log(f(1, 2));
