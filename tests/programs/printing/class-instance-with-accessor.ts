class Circle {
  radius = 2;
  get area(): number {
    return this.radius * 3;
  }
}
console.log(new Circle());
console.log({ a: 1, get b() { return 2; } });
