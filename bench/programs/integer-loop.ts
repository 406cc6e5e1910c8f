/** Sums that need all of 53 bits, and their checks. integer-loop [ROUNDS [time]] */
function sum(rounds: number): number {
  let total = 0;
  for (let i = 0; i < rounds; i++) total += i & 0xffff;
  return total;
}

const rounds = Number(process.argv[2] ?? "100000");
const start = performance.now();
console.log(sum(rounds));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
