interface Point {
  x: number;
  y: number;
}
function sum(p: Point): number {
  return p.x * 10 + p.y;
}
const a = { x: 1, y: 2 };
const b = { y: 3, x: 4 };
const c = { z: 9, y: 5, w: "w", x: 6 };
console.log(sum(a), sum(b), sum(c), a, b);
