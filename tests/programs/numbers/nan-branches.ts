function compare(a: number, b: number): string {
  if (a < b) return "less";
  if (a > b) return "greater";
  if (a === b) return "equal";
  return "unordered";
}
console.log(compare(1, 2), compare(2, 1), compare(2, 2), compare(NaN, 2), compare(2, NaN));
