// exit: 1
function deep(n: number): number {
  if (n === 0) throw new RangeError("too deep");
  return deep(n - 1) + 1;
}
console.log("start");
console.log(deep(3));
