/**
 * Fannkuch-redux of the Computer Language Benchmarks Game: the most flips of prefixes that any permutation of 1…N needs
 * until its first element is 1.
 *
 *   fannkuch [N [time]]
 */
function flips(permutation: Int32Array, scratch: Int32Array): number {
  scratch.set(permutation);
  let count = 0;
  for (let first = scratch[0] as number; first !== 0; first = scratch[0] as number) {
    for (let low = 0, high = first; low < high; low++, high--) {
      const swapped = scratch[low] as number;
      scratch[low] = scratch[high] as number;
      scratch[high] = swapped;
    }
    count++;
  }
  return count;
}

/** Turns the first `length` elements one place to the left. */
function rotate(permutation: Int32Array, length: number): void {
  const first = permutation[0] as number;
  for (let i = 1; i < length; i++) permutation[i - 1] = permutation[i] as number;
  permutation[length - 1] = first;
}

function fannkuch(n: number): { checksum: number; most: number } {
  const permutation = Int32Array.from({ length: n }, (_, i) => i);
  const scratch = new Int32Array(n);
  const rotations = new Int32Array(n);
  let checksum = 0;
  let most = 0;
  for (let index = 0; ; index++) {
    const count = flips(permutation, scratch);
    if (count > most) most = count;
    checksum += index % 2 === 0 ? count : -count;
    let length = 2;
    for (; length <= n; length++) {
      rotate(permutation, length);
      const turned = (rotations[length - 1] as number) + 1;
      if (turned < length) {
        rotations[length - 1] = turned;
        break;
      }
      rotations[length - 1] = 0;
    }
    if (length > n) return { checksum, most };
  }
}

const n = Number(process.argv[2] ?? 9);
const start = performance.now();
const { checksum, most } = fannkuch(n);
console.log(`${checksum}\nPfannkuchen(${n}) = ${most}`);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
