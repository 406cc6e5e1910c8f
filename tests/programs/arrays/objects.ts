class Cell {
  value = 0;
}
const cells: Cell[] = [];
for (let i = 0; i < 3; i++) cells.push(new Cell());
cells[1]!.value = 5;
cells[2] = cells[1]!;
cells[2].value++;
console.log(cells[0]!.value, cells[1]!.value, cells[2] === cells[1], cells[0] === cells[1]);
