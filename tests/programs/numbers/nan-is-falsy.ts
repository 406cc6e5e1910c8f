function truth(x: number): string {
  return x ? "true" : "false";
}
console.log(truth(0), truth(-0), truth(NaN), truth(0.1), truth(-1), truth(Infinity));
