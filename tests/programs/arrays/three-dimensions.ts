const cube: number[][][] = [];
for (let i = 0; i < 2; i++) {
  cube.push([]);
  for (let j = 0; j < 2; j++) cube[i]!.push([i, j, i + j]);
}
console.log(cube[1]![0]![2], cube[1]![1]!.length);
