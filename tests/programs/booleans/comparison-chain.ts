function between(x: number, low: number, high: number): boolean {
  return low <= x && x < high;
}
console.log(between(5, 0, 10), between(10, 0, 10), between(-1, 0, 10), between(NaN, 0, 10));
