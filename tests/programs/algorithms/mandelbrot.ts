function escapes(cx: number, cy: number): number {
  let x = 0;
  let y = 0;
  for (let i = 0; i < 50; i++) {
    const x2 = x * x;
    const y2 = y * y;
    if (x2 + y2 > 4) return i;
    y = 2 * x * y + cy;
    x = x2 - y2 + cx;
  }
  return 50;
}
for (let row = 0; row < 15; row++) {
  let line = "";
  for (let column = 0; column < 50; column++) {
    const n = escapes(column / 20 - 2, row / 7 - 1);
    line += n === 50 ? "#" : n > 8 ? "+" : n > 4 ? "." : " ";
  }
  console.log(line + "|");
}
