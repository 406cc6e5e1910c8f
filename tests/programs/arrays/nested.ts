const grid: number[][] = [];
for (let y = 0; y < 3; y++) {
  const row: number[] = [];
  for (let x = 0; x < 4; x++) row.push(y * 10 + x);
  grid.push(row);
}
grid[1]![2]! += 100;
console.log(grid[1]![2], grid[2]!.length, grid.length);
console.log(grid);
