const circle = {
  radius: 2,
  get diameter(): number {
    return this.radius * 2;
  },
  set diameter(value: number) {
    this.radius = value / 2;
  },
};
circle.diameter = 9;
console.log(circle.radius, circle.diameter);
