let calls = 0;
function forever(n: number): number {
  calls++;
  return forever(n + 1) + 1;
}
try {
  forever(0);
} catch (error) {
  console.log(error instanceof RangeError, (error as Error).name, (error as Error).message, calls > 1000);
}
console.log("still running");
