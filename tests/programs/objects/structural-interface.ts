interface Shape {
  area(): number;
  name: string;
}
class Square implements Shape {
  name = "square";
  constructor(private readonly side: number) {}
  area(): number {
    return this.side ** 2;
  }
}
class Disc {
  name = "disc";
  area(): number {
    return 3;
  }
  radius = 1;
}
const literal: Shape = { name: "literal", area: () => 0.5 };
const shapes: Shape[] = [new Square(4), new Disc(), literal];
for (const shape of shapes) console.log(shape.name, shape.area());
