// Loops over arrays whose checks cannot fail, and ones that look alike but do.
function bubble(a: number[]): void {
  for (let i = 0; i < a.length - 1; i++)
    for (let j = 0; j < a.length - 1 - i; j++)
      if (a[j]! > a[j + 1]!) {
        const t = a[j]!;
        a[j] = a[j + 1]!;
        a[j + 1] = t;
      }
}
const numbers = [5, 3, 9, 1, 7, 7, 0, -2];
bubble(numbers);
console.log(numbers);

function reversed(a: readonly string[]): string {
  let s = "";
  for (let i = a.length - 1; i >= 0; i--) s += a[i];
  return s;
}
console.log(reversed(["a", "b", "c"]), reversed([]));

function growing(a: number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i]! < 4) a.push(a[i]! + 3);
  return a.length;
}
console.log(growing([1, 2, 9]));

function shrinking(a: number[]): string {
  const seen: number[] = [];
  const n = a.length;
  for (let i = 0; i < n; i++) {
    seen.push(a[i] ?? -1);
    if (i === 1) a.pop();
  }
  return seen.join(" ");
}
console.log(shrinking([1, 2, 3]), shrinking([1, 2, 3, 4]));

function below(a: readonly number[], from: number): string {
  let s = "";
  for (let i = from; i < a.length; i++) s += `${a[i] ?? "none"} `;
  return s;
}
console.log(below([1, 2], 0), below([1, 2], -2));

function beyond(a: readonly number[]): string {
  let s = "";
  for (let i = 0; i <= a.length; i++) s += `${a[i] ?? "none"} `;
  return s;
}
console.log(beyond([1, 2]));

function buckets(keys: readonly number[], size: number): number[] {
  const counts: number[] = new Array<number>(size).fill(0);
  for (const key of keys) {
    const at = (key >>> 0) % size;
    counts[at] = counts[at]! + 1;
  }
  return counts;
}
console.log(buckets([1, 2, 3, 10, 11, -1], 4));

function binary(a: readonly number[], wanted: number): number {
  let low = 0;
  let high = a.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = a[middle]!;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
console.log(binary([1, 3, 5, 7], 5), binary([1, 3, 5, 7], 4), binary([], 1));

let count = Number.MAX_SAFE_INTEGER - 3;
for (let i = 0; i < 3; i++) count++;
console.log(count);
