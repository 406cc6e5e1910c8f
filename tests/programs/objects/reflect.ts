// Operators and functions of objects by the names that Reflect has for them.
class Point {
  x: number;
  y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
  sum(by: number): number {
    return (this.x + this.y) * by;
  }
}
const point: any = new Point(1, 2);
const table: any = { a: 1, b: [2] };
console.log(Reflect.has(point, "x"), Reflect.has(point, "z"), Reflect.has(table, "a" + ""), Reflect.has([1], "length"));
console.log(Reflect.get(point, "y"), Reflect.get(table, "b"), Reflect.get(table, "none"), Reflect.get([5, 6], 1));
console.log(Reflect.set(table, "c", 3), Reflect.set(table, "d" + 1, 4), Reflect.set(point, "x", 10), table, point);
console.log(Reflect.deleteProperty(table, "a"), Reflect.deleteProperty(table, "none"), Reflect.ownKeys(table));
console.log(Reflect.ownKeys(point), Reflect.ownKeys([1, 2]), Reflect.isExtensible(table));
console.log(Reflect.apply(point.sum, point, [2]), Reflect.apply(Math.max, undefined, [1, 5, 3]));
console.log(Reflect.construct(Point, [3, 4]), Reflect.construct(Point, [3, 4]) instanceof Point);
