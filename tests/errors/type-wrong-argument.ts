function area(w: number, h: number): number {
  return w * h;
}
console.log(area("3", 4)); // error: Argument of type 'string' is not assignable to parameter of type 'number'.
