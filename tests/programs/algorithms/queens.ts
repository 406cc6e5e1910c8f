function queens(size: number): number {
  const columns: boolean[] = [];
  const rising: boolean[] = [];
  const falling: boolean[] = [];
  for (let i = 0; i < 2 * size; i++) {
    columns.push(false);
    rising.push(false);
    falling.push(false);
  }
  function place(row: number): number {
    if (row === size) return 1;
    let count = 0;
    for (let column = 0; column < size; column++) {
      if (columns[column] || rising[row + column] || falling[row - column + size]) continue;
      columns[column] = rising[row + column] = falling[row - column + size] = true;
      count += place(row + 1);
      columns[column] = rising[row + column] = falling[row - column + size] = false;
    }
    return count;
  }
  return place(0);
}
for (let n = 1; n <= 8; n++) console.log(n, queens(n));
