class Circle {
  area(): number {
    return 3;
  }
}
class Square {
  area = 4;
}
const shapes: any[] = [new Circle(), new Square()];
let total = 0;
for (const shape of shapes) total += shape.area(); // warning: `area` is a method here and something else there
console.log(total);
