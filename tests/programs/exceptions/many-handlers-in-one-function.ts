function risky(n: number): number {
  if (n % 2 === 1) throw new Error(`odd ${n}`);
  return n;
}
function all(): string {
  let log = "";
  try {
    log += risky(1);
  } catch (e) {
    log += (e as Error).message;
  }
  try {
    log += risky(2);
  } catch (e) {
    log += (e as Error).message;
  }
  try {
    log += risky(4);
    log += risky(5);
    log += risky(6);
  } catch (e) {
    log += (e as Error).message;
  }
  return log;
}
console.log(all());
