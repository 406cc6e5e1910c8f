const row = [0, 0];
const grid = [row, row, [0, 0]];
grid[0]![1] = 7;
console.log(grid[1]![1], grid[2]![1], grid[0] === grid[1]);
