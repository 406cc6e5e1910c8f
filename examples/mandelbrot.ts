/**
 * The Mandelbrot set: how often each point of a square grid is iterated before it escapes.
 *
 *   mandelbrot [SIZE [time]]     prints a picture up to 80 points a side, beyond that only the counts
 */
const MAX_ITERATIONS = 50;
const SHADES = " .:-=+*#%@";

/** Iterations of z = z² + c before |z| > 2, at most `MAX_ITERATIONS`. */
function escapeTime(re: number, im: number): number {
  let x = 0.0;
  let y = 0.0;
  let xx = 0.0;
  let yy = 0.0;
  let n = 0;
  while (n < MAX_ITERATIONS && xx + yy <= 4) {
    y = 2 * x * y + im;
    x = xx - yy + re;
    xx = x * x;
    yy = y * y;
    n++;
  }
  return n;
}

function row(line: number, size: number): Uint8Array {
  const counts = new Uint8Array(size);
  const im = (2 * line) / size - 1;
  for (let column = 0; column < size; column++) counts[column] = escapeTime((2 * column) / size - 1.5, im);
  return counts;
}

function shade(count: number): string {
  return count === MAX_ITERATIONS ? "@" : SHADES.charAt(Math.floor((count * (SHADES.length - 1)) / MAX_ITERATIONS));
}

function main(size: number): void {
  let inside = 0;
  let checksum = 0;
  for (let line = 0; line < size; line++) {
    const counts = row(line, size);
    for (const count of counts) {
      if (count === MAX_ITERATIONS) inside++;
      checksum = (Math.imul(checksum, 31) + count) | 0;
    }
    if (size <= 80 && line % 2 === 0) console.log(Array.from(counts, shade).join("").trimEnd());
  }
  console.log(`${inside} of ${size * size} points inside, checksum ${(checksum >>> 0).toString(16)}`);
}

const start = performance.now();
main(Number(process.argv[2] ?? 60));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
