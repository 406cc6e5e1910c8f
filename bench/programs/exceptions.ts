/** Throws through ten frames, and calls the same frames without a throw. exceptions [ROUNDS [time]] */
function descend(depth: number, fail: boolean): number {
  if (depth === 0) {
    if (fail) throw new RangeError("bottom");
    return 1;
  }
  return descend(depth - 1, fail) + 1;
}

const rounds = Number(process.argv[2] ?? "1000");
const start = performance.now();
let caught = 0;
let sum = 0;
for (let i = 0; i < rounds; i++) {
  try {
    sum += descend(10, i % 4 === 0);
  } catch {
    caught++;
  }
}
console.log(sum, caught);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
