class Cell {}
const cells: (Cell | null)[] = [null, new Cell(), null];
cells[0] = cells[1]!;
cells[1] = null;
for (const cell of cells) console.log(cell === null ? "empty" : "cell");
