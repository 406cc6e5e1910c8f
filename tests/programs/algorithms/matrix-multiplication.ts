function multiply(a: number[][], b: number[][]): number[][] {
  const result: number[][] = [];
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < b[0]!.length; j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += a[i]![k]! * b[k]![j]!;
      row.push(sum);
    }
    result.push(row);
  }
  return result;
}
for (const row of multiply([[1, 2], [3, 4], [5, 6]], [[0.5, 1, 0], [2, -1, 10]])) console.log(row.join(" "));
