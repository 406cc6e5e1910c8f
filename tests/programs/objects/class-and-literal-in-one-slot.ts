class Vector {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  length(): number {
    return Math.sqrt(this.x * this.x + this.y * this.y);
  }
}
function total(points: { x: number; y: number }[]): number {
  let sum = 0;
  for (const p of points) sum += p.x + p.y;
  return sum;
}
console.log(total([new Vector(1, 2), { x: 10, y: 20 }]), new Vector(3, 4).length());
