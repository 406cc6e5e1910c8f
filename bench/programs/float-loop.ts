/** Floating-point work without memory: the sum of a series. float-loop [ROUNDS [time]] */
function series(rounds: number): number {
  let sum = 0;
  let sign = 1;
  for (let i = 0; i < rounds; i++) {
    sum += sign / (2 * i + 1);
    sign = -sign;
  }
  return 4 * sum;
}

const rounds = Number(process.argv[2] ?? "100000");
const start = performance.now();
console.log(series(rounds));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
