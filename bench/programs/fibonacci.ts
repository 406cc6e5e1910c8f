/** Calls alone: the naive Fibonacci function. fibonacci [N [time]] */
function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

const n = Number(process.argv[2] ?? "20");
const start = performance.now();
console.log(fibonacci(n));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
