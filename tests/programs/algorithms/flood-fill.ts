const rows = ["..##..", ".#..#.", ".#..#.", "..##.."];
const grid: string[][] = [];
for (const row of rows) grid.push(row.split(""));
function fill(x: number, y: number, color: string): number {
  if (grid[y]?.[x] !== ".") return 0;
  grid[y]![x] = color;
  return 1 + fill(x + 1, y, color) + fill(x - 1, y, color) + fill(x, y + 1, color) + fill(x, y - 1, color);
}
console.log(fill(2, 1, "o"), fill(0, 0, "x"));
for (const row of grid) console.log(row.join(""));
