function knapsack(weights: number[], values: number[], capacity: number): number {
  const best: number[] = [];
  for (let w = 0; w <= capacity; w++) best.push(0);
  for (let i = 0; i < weights.length; i++) {
    for (let w = capacity; w >= weights[i]!; w--) {
      best[w] = Math.max(best[w]!, best[w - weights[i]!]! + values[i]!);
    }
  }
  return best[capacity]!;
}
console.log(knapsack([1, 3, 4, 5], [1, 4, 5, 7], 7), knapsack([2], [10.5], 1), knapsack([10, 20, 30], [60, 100, 120], 50));
