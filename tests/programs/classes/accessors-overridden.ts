class Shape {
  get area(): number {
    return 0;
  }
}
class Square extends Shape {
  side = 3;

  override get area(): number {
    return this.side * this.side;
  }
}
class Doubled extends Square {
  override get area(): number {
    return super.area * 2;
  }
}
const shapes: Shape[] = [new Shape(), new Square(), new Doubled()];
for (const shape of shapes) console.log(shape.area);
