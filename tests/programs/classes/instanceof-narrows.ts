abstract class Shape {}
class Circle extends Shape {
  radius = 2;
}
class Square extends Shape {
  side = 3;
}
function area(shape: Shape): number {
  if (shape instanceof Circle) return 3 * shape.radius ** 2;
  if (shape instanceof Square) return shape.side ** 2;
  return -1;
}
console.log(area(new Circle()), area(new Square()));
