function count(all: number, columns: number, left: number, right: number): number {
  if (columns === all) return 1;
  let total = 0;
  let free = all & ~(columns | left | right);
  while (free !== 0) {
    const bit = free & -free;
    free ^= bit;
    total += count(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return total;
}
for (let n = 4; n <= 9; n++) console.log(n, count((1 << n) - 1, 0, 0, 0));
