function f(n: number): number {
  try {
    if (n > 1) throw new Error("x");
    return 1;
  } catch {
    return 2;
  } finally {
    console.log("f", n);
  }
}
console.log(f(1), f(2));
