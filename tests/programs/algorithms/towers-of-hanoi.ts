const pegs: number[][] = [[5, 4, 3, 2, 1], [], []];
let moves = 0;
function move(count: number, from: number, to: number): void {
  if (count === 0) return;
  const other = 3 - from - to;
  move(count - 1, from, other);
  pegs[to]!.push(pegs[from]!.pop()!);
  moves++;
  move(count - 1, other, to);
}
move(5, 0, 2);
console.log(moves, pegs[0]!.length, pegs[2]!.join(""));
