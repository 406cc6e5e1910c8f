function ways(coins: number[], amount: number): number {
  const table: number[] = [1];
  for (let i = 1; i <= amount; i++) table.push(0);
  for (const coin of coins) {
    for (let i = coin; i <= amount; i++) table[i]! += table[i - coin]!;
  }
  return table[amount]!;
}
console.log(ways([1, 2, 5], 5), ways([1, 2, 5, 10, 20, 50, 100, 200], 200), ways([7], 5));
