function step(n: number, fail: number): void {
  if (n === fail) throw new Error(`step ${n}`);
}
for (let fail = 0; fail < 5; fail++) {
  let x = 0;
  let y = 0.5;
  let s: string | null = null;
  try {
    step(0, fail);
    x = 1;
    step(1, fail);
    y = x / 4;
    s = "set";
    step(2, fail);
    x += 10;
    s = null;
    step(3, fail);
    y = -1;
  } catch (error) {
    console.log((error as Error).message, x, y, s);
    continue;
  }
  console.log("none", x, y, s);
}
