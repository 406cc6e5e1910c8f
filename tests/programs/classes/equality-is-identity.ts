class Point {
  constructor(readonly x: number) {}
  equals(other: Point): boolean {
    return this.x === other.x;
  }
}
const a = new Point(1);
const b = new Point(1);
const c = a;
console.log(a === b, a === c, a.equals(b), a !== b);
