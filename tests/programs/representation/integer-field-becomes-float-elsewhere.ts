class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
}
function scale(p: Point, by: number): void {
  p.x *= by;
  p.y = Math.floor(p.y * by);
}
const a = new Point(3, 5);
console.log(a.x, a.y);
scale(a, 0.5);
console.log(a.x, a.y);
