/**
 * Keeps so many megabytes alive and allocates as many again and again: `live-heap MB low|full MEGABYTES`.
 *
 *   low    of 64 new objects one replaces a live one, the others die at once
 *   full   each new object replaces a live one: all that is in the nursery survives
 */
class Cell {
  next: Cell | null;
  readonly value: number;
  constructor(value: number, next: Cell | null) {
    this.value = value;
    this.next = next;
  }
}

/** What each cell refers to: a field that is always null would be left out. */
const first = new Cell(0, null);
const cellBytes = 24;
const tableLength = 1024;
const live = Number(process.argv[2] ?? 1) * 1048576;
const full = process.argv[3] === "full";
const total = Number(process.argv[4] ?? 100) * 1048576;

/** Lists that are full of cells: each table of them is an object of its own, small enough to be scanned at once. */
const cells = Math.floor(live / (cellBytes + 8));
const tables: (Cell | null)[][] = [];
for (let made = 0; made < cells; made += tableLength) {
  const table: (Cell | null)[] = [];
  for (let i = 0; i < tableLength; i++) table.push(new Cell(i, first));
  tables.push(table);
}

let seed = 12345;
let last: Cell | null = null;
const count = Math.floor(total / cellBytes);
const start = process.cpuUsage();
for (let i = 0; i < count; i++) {
  const made: Cell = new Cell(i, first);
  if (full || i % 64 === 0) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    const table = tables[(seed >> 8) % tables.length]!;
    table[(seed >> 4) % tableLength] = made;
  }
  last = made;
}
const { user, system } = process.cpuUsage();
const milliseconds = (user + system - start.user - start.system) / 1000;
console.log(`${milliseconds.toFixed(1)} ms, ${last?.value} ${last?.next?.value} ${tables.length}`);
