function remainder(a: number, b: number): number {
  return a % b;
}
console.log(remainder(5, 0), remainder(0, 0), remainder(5, 3));
