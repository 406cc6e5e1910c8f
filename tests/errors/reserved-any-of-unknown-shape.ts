function f(x: any): number {
  return x.missing.deep; // error: missing
}
console.log(f({ present: 1 }));
