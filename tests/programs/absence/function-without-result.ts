function nothing(): void {}
function early(n: number): number | undefined {
  if (n > 0) return n;
  return;
}
console.log(nothing(), early(1), early(-1), void 0);
