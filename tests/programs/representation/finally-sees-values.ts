function f(n: number): string {
  let log = "";
  let x = n;
  try {
    x++;
    if (n === 1) return `r${x}`;
    x++;
    if (n === 2) throw new Error("e");
    x++;
  } catch {
    x += 100;
  } finally {
    log = `x${x}`;
    console.log(log);
  }
  return log;
}
console.log(f(0), f(1), f(2));
