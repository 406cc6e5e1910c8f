function point(x: number, y: number): { x: number; y: number } {
  return { x, y };
}
const points = [point(1, 2), point(3, 4)];
points[0]!.x = 100;
console.log(points[0]!.x, points[1]!.x, point(1, 2) === point(1, 2));
