class Thing {}
function truth(x: number | string | Thing | null | undefined): boolean {
  return x ? true : !!x;
}
console.log(truth(0), truth(1), truth(-0), truth(NaN), truth(0.5), truth(Infinity));
console.log(truth(""), truth("0"), truth(" "), truth("false"));
console.log(truth(new Thing()), truth([]), truth(null), truth(undefined));
