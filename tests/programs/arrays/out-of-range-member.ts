class Cell {
  value = 1;
}
const cells = [new Cell()];
console.log(cells[0]?.value, cells[1]?.value);
try {
  console.log(cells[1]!.value);
} catch (error) {
  console.log(error instanceof TypeError, `${error}`);
}
