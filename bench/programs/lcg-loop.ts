/** Products beyond 2^53 cut to 31 bits: the usual random numbers. lcg-loop [ROUNDS [time]] */
function lcg(rounds: number): number {
  let seed = 42;
  let high = 0;
  for (let i = 0; i < rounds; i++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    if (seed > 0x3fffffff) high++;
  }
  console.log(high);
  return seed;
}

const rounds = Number(process.argv[2] ?? "100000");
const start = performance.now();
console.log(lcg(rounds));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
