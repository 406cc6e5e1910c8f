const maze = [
  "#########",
  "#S..#...#",
  "#.#.#.#.#",
  "#.#...#E#",
  "#########",
];
function solve(): number {
  const width = maze[0]!.length;
  const distance: number[] = [];
  let start = 0;
  for (let i = 0; i < width * maze.length; i++) {
    distance.push(-1);
    if (maze[Math.floor(i / width)]![i % width] === "S") start = i;
  }
  distance[start] = 0;
  const queue = [start];
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head]!;
    for (const step of [1, -1, width, -width]) {
      const next = at + step;
      const tile = maze[Math.floor(next / width)]![next % width];
      if (tile === "#" || distance[next] !== -1) continue;
      distance[next] = distance[at]! + 1;
      if (tile === "E") return distance[next]!;
      queue.push(next);
    }
  }
  return -1;
}
console.log(solve());
