function find(grid: number[][], wanted: number): string {
  let found = "nowhere";
  search: for (let y = 0; y < grid.length; y++) {
    for (let x = 0; x < grid[y]!.length; x++) {
      if (grid[y]![x] === wanted) {
        found = `${x},${y}`;
        break search;
      }
    }
  }
  return found;
}
console.log(find([[1, 2], [3, 4]], 3), find([[1, 2], [3, 4]], 9));
