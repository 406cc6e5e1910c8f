// What multimethods.ts does with chained double dispatch: each class has a method for each class that may come first.
import { size } from "./dispatch-sizes.ts";

abstract class Shape {
  abstract meets(other: Shape): number;
  abstract afterPoint(first: Point): number;
  abstract afterCircle(first: Circle): number;
  abstract afterSquare(first: Square): number;
  abstract afterLine(first: Line): number;
}

class Point extends Shape {
  x = 1;
  meets(other: Shape): number {
    return other.afterPoint(this);
  }
  afterPoint(first: Point): number {
    return first.x + this.x;
  }
  afterCircle(first: Circle): number {
    return first.radius - this.x;
  }
  afterSquare(first: Square): number {
    return first.side - this.x;
  }
  afterLine(first: Line): number {
    return first.length - this.x;
  }
}

class Circle extends Shape {
  radius = 2;
  meets(other: Shape): number {
    return other.afterCircle(this);
  }
  afterPoint(first: Point): number {
    return this.radius - first.x;
  }
  afterCircle(first: Circle): number {
    return first.radius + this.radius;
  }
  afterSquare(first: Square): number {
    return first.side + this.radius;
  }
  afterLine(first: Line): number {
    return first.length + this.radius;
  }
}

class Square extends Shape {
  side = 3;
  meets(other: Shape): number {
    return other.afterSquare(this);
  }
  afterPoint(first: Point): number {
    return this.side - first.x;
  }
  afterCircle(first: Circle): number {
    return first.radius + this.side;
  }
  afterSquare(first: Square): number {
    return first.side + this.side;
  }
  afterLine(first: Line): number {
    return first.length - this.side;
  }
}

class Line extends Shape {
  length = 4;
  meets(other: Shape): number {
    return other.afterLine(this);
  }
  afterPoint(first: Point): number {
    return this.length - first.x;
  }
  afterCircle(first: Circle): number {
    return first.radius + this.length;
  }
  afterSquare(first: Square): number {
    return first.side - this.length;
  }
  afterLine(first: Line): number {
    return first.length + this.length;
  }
}

const shapes: Shape[] = [];
for (let i = 0; i < size; i++) {
  const kind = (i * 7 + (i >> 3)) % 4;
  shapes.push(kind === 0 ? new Point() : kind === 1 ? new Circle() : kind === 2 ? new Square() : new Line());
}
const rounds = Number(process.argv[2] ?? "1");
let total = 0;
for (let round = 0; round < rounds; round++)
  for (const first of shapes) for (const second of shapes) total = (total + first.meets(second)) & 0xffffff;
console.log(total);
