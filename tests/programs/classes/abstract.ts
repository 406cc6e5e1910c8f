abstract class Shape {
  abstract area(): number;
  abstract readonly name: string;

  describe(): string {
    return `${this.name}: ${this.area().toFixed(2)}`;
  }
}
class Circle extends Shape {
  readonly name = "circle";

  constructor(private readonly radius: number) {
    super();
  }

  area(): number {
    return Math.PI * this.radius ** 2;
  }
}
class Rectangle extends Shape {
  readonly name = "rectangle";

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    super();
  }

  area(): number {
    return this.width * this.height;
  }
}
const shapes: Shape[] = [new Circle(1), new Rectangle(2, 3.5)];
for (const shape of shapes) console.log(shape.describe());
