class Cell {
  constructor(readonly n: number) {}
}
function garbage(n: number): Cell {
  for (let i = 0; i < 500; i++) new Cell(i);
  return new Cell(n);
}
let sum = 0;
for (let round = 0; round < 20; round++) {
  const list = [garbage(1), garbage(2), new Cell(3), garbage(4)];
  for (const cell of list) sum = sum * 3 % 1000003 + cell.n;
}
console.log(sum);
