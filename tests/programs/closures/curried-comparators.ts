type Comparator = (a: number, b: number) => number;
const ascending: Comparator = (a, b) => a - b;
const reversed = (f: Comparator): Comparator => (a, b) => f(b, a);
function maximum(list: number[], compare: Comparator): number {
  let best = list[0]!;
  for (const n of list) if (compare(n, best) > 0) best = n;
  return best;
}
console.log(maximum([3, 9, 1], ascending), maximum([3, 9, 1], reversed(ascending)));
