// The usual way to find out whether a sum is still exact.
function sum(a: number, b: number): string {
  const c = a + b;
  return Number.isSafeInteger(c) ? `exact ${c}` : "too large";
}
console.log(sum(1, 2));
console.log(sum(Number.MAX_SAFE_INTEGER, 0));
console.log(sum(Number.MAX_SAFE_INTEGER, 1));
console.log(sum(Number.MIN_SAFE_INTEGER, -1));
