abstract class Shape {
  abstract size(): number;
}
class Grid extends Shape {
  size(): number {
    return 12;
  }
}
class Disc extends Shape {
  size(): number {
    return 2.5;
  }
}
class Nothing extends Shape {
  size(): number {
    return -0;
  }
}
const shapes: Shape[] = [new Grid(), new Disc(), new Nothing()];
for (const s of shapes) console.log(s.size(), 1 / s.size());
