const Point = class {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  sum(): number {
    return this.x + this.y;
  }
};
console.log(new Point(1, 2).sum());
