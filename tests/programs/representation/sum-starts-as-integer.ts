function total(prices: number[]): number {
  let sum = 0;
  for (const p of prices) sum += p;
  return sum;
}
console.log(total([]), total([1, 2]), total([0.1, 0.2]), total([1e308, 1e308]));
