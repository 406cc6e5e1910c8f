/**
 * Spectral norm of the Computer Language Benchmarks Game: the largest singular value of the infinite matrix
 * a(i, j) = 1 / ((i + j)(i + j + 1) / 2 + i + 1), by the power method on its first N rows and columns.
 *
 *   spectral-norm [N [time]]
 */
function element(i: number, j: number): number {
  return 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);
}

function times(vector: Float64Array, result: Float64Array): void {
  for (let i = 0; i < result.length; i++) {
    let sum = 0.0;
    for (let j = 0; j < vector.length; j++) sum += element(i, j) * (vector[j] as number);
    result[i] = sum;
  }
}

function timesTransposed(vector: Float64Array, result: Float64Array): void {
  for (let i = 0; i < result.length; i++) {
    let sum = 0.0;
    for (let j = 0; j < vector.length; j++) sum += element(j, i) * (vector[j] as number);
    result[i] = sum;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
}

function spectralNorm(n: number): number {
  const u = new Float64Array(n).fill(1);
  const v = new Float64Array(n);
  const between = new Float64Array(n);
  for (let i = 0; i < 10; i++) {
    times(u, between);
    timesTransposed(between, v);
    times(v, between);
    timesTransposed(between, u);
  }
  return Math.sqrt(dot(u, v) / dot(v, v));
}

const start = performance.now();
console.log(spectralNorm(Number(process.argv[2] ?? 100)).toFixed(9));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
