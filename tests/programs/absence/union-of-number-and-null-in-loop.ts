let best: number | null = null;
for (const n of [3, 9, 2]) {
  if (best === null || n > best) best = n;
}
console.log(best);
let lowest: number | undefined;
for (const n of [3, 9, 2]) lowest = lowest === undefined || n < lowest ? n : lowest;
console.log(lowest);
