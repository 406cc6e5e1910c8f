/** Calls of closures that change what they captured. closure-calls [ROUNDS [time]] */
function accumulator(step: number): (n: number) => number {
  let total = 0;
  return (n) => {
    total = (total + n * step) | 0;
    return total;
  };
}

const rounds = Number(process.argv[2] ?? "10000");
const start = performance.now();
const accumulators = [accumulator(1), accumulator(2), accumulator(3)];
let last = 0;
for (let i = 0; i < rounds; i++) last = accumulators[i % 3]!(i & 255);
console.log(last);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
