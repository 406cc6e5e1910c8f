const pairs = [
  [1, 2],
  [3, 4],
];
for (const [k, w] of pairs) console.log(k, w);
class Point {
  x = 0;
}
const point = new Point();
for (point.x of [5, 6]) console.log(point.x);
