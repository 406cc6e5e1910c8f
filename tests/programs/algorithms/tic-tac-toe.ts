const LINES = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];
let positions = 0;
function winner(board: string[]): string | null {
  for (const line of LINES) {
    const a = board[line[0]!]!;
    if (a !== " " && a === board[line[1]!] && a === board[line[2]!]) return a;
  }
  return null;
}
function score(board: string[], player: string): number {
  positions++;
  const won = winner(board);
  if (won !== null) return won === "X" ? 1 : -1;
  let best: number | null = null;
  for (let i = 0; i < 9; i++) {
    if (board[i] !== " ") continue;
    board[i] = player;
    const s = score(board, player === "X" ? "O" : "X");
    board[i] = " ";
    if (best === null || (player === "X" ? s > best : s < best)) best = s;
  }
  return best ?? 0;
}
console.log(score("X O  O  X".split(""), "X"), positions);
console.log(score("X   O    ".split(""), "X"), positions);
