class Shape {
  readonly sides: number;

  constructor(sides: number) {
    this.sides = sides;
  }
}
class Square extends Shape {
  readonly width: number;

  constructor(width: number) {
    super(4);
    this.width = width;
  }

  perimeter(): number {
    return this.sides * this.width;
  }
}
console.log(new Square(2.5).perimeter());
