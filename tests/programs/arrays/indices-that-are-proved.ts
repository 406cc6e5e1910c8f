// Indices that tests or lengths prove, and those that nothing proves.
function sum(a: number[]): number { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]!; return s; }
function back(a: number[]): number { let s = 0; for (let i = a.length - 1; i >= 0; i--) s = s * 2 + a[i]!; return s; }
function pairs(a: string[]): string { let s = ""; for (let i = a.length - 2; i >= 0; i -= 2) s += a[i]! + a[i + 1]!; return s; }
class Grid { readonly cells: number[]; constructor(readonly n: number) { this.cells = new Array<number>(n).fill(0); }
  total(): number { let s = 0; for (let i = 0; i < this.cells.length; i++) s += this.cells[i]!; return s; }
  bump(): void { for (let i = 0; i < this.cells.length; i++) this.cells[i] = this.cells[i]! + i; } }
const g = new Grid(10); g.bump(); g.bump();
console.log(sum([1, 2, 3]), back([1, 2, 3]), pairs(["a", "b", "c", "d"]), g.total());
const board = [0, 0, 0, 0, 0, 0, 0, 0];
for (let i = 0; i < 8; i++) board[i] = board[7 - i]! + i;
console.log(board.join());
// Shrinking while it is read.
function shrinking(a: number[]): string { let s = ""; for (let i = 0; i < a.length; i++) { s += a[i]; a.pop(); } return s; }
console.log(shrinking([1, 2, 3, 4, 5]));
function down(a: number[]): string { let s = ""; for (let i = a.length - 1; i >= 0; i--) { s += String(a[i]); a.length = 1; } return s; }
console.log(down([1, 2, 3]));
// The length of another array.
function other(a: number[], b: number[]): string { let s = ""; for (let i = 0; i < a.length; i++) s += `${b[i]} `; return s; }
console.log(other([1, 2, 3], [1, 2]));
// An index that goes on from one array to the next.
function next(rows: number[][]): string { let i = 0; let s = ""; for (const row of rows) { s += `${row[i]} `; while (i < row.length - 1) i++; s += `${row[i]} `; } return s; }
console.log(next([[1, 2, 3], [4], [5, 6, 7, 8]]));
function letters(t: string): number { let n = 0; for (let i = 0; i < t.length; i++) if (t[i] === "a") n += t.charCodeAt(i); return n; }
console.log(letters("banana"));
