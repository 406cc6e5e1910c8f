function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
}
console.log(sum([1, 2, 3]), sum([]));
