function countingSort(list: number[], max: number): number[] {
  const counts = new Array<number>(max + 1);
  for (let i = 0; i <= max; i++) counts[i] = 0;
  for (const n of list) counts[n]!++;
  const result: number[] = [];
  for (let n = 0; n <= max; n++) {
    for (let k = counts[n]!; k > 0; k--) result.push(n);
  }
  return result;
}
console.log(countingSort([4, 2, 2, 8, 3, 3, 1], 8).join(""));
