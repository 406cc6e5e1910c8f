function check(n: number): number {
  if (n < 0) throw new RangeError(`negative: ${n}`);
  return Math.sqrt(n);
}
function tryIt(n: number): string {
  try {
    return `ok ${check(n)}`;
  } catch (error) {
    return `${error}`;
  }
}
console.log(tryIt(16));
console.log(tryIt(-1));
