class Point {
  constructor(
    readonly x: number,
    public y: number,
    private readonly name: string,
  ) {}

  describe(): string {
    return `${this.name}(${this.x}, ${this.y})`;
  }
}
const p = new Point(1, 2, "p");
p.y++;
console.log(p.describe(), new Point(0.5, 0, "q").describe());
