const game = {
  board: [["x", "o"], ["", "x"]],
  players: [{ name: "Ada", scores: [1, 2.5] }, { name: "Bob", scores: [] as number[] }],
  turn: { index: 0, done: false },
};
game.players[1]!.scores.push(game.board.length);
game.turn.done = game.board[1]![1] === "x";
console.log(game.players[1]!.scores, game.turn.done, game.players[0]!.name + game.board[0]!.join(""));
