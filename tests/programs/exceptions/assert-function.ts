function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
function half(n: number | null): number {
  assert(n !== null, "n is given");
  return n / 2;
}
try {
  console.log(half(5));
  console.log(half(null));
} catch (error) {
  console.log((error as Error).message);
}
