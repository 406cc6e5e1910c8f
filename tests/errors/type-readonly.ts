class Point {
  readonly x = 1;
}
const p = new Point();
p.x = 2; // error: Cannot assign to 'x' because it is a read-only property
