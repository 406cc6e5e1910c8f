class Shape {
  static kind = "shape";
  static describe(): string {
    return `a ${this.label()}`;
  }
  static label(): string {
    return this.kind;
  }
}
class Square extends Shape {
  static override label(): string {
    return `square ${super.label()}`;
  }
}
console.log(Shape.describe(), Square.describe());
