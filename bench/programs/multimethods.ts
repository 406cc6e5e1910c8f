// Functions of two arguments whose classes choose among methods, with `heddle/dispatch`; double-dispatch.ts does the same by
// chained calls of methods.
import { multimethod, when } from "heddle/dispatch";
import { size } from "./dispatch-sizes.ts";

abstract class Shape {}

class Point extends Shape {
  x = 1;
}

class Circle extends Shape {
  radius = 2;
}

class Square extends Shape {
  side = 3;
}

class Line extends Shape {
  length = 4;
}

const meet = multimethod(
  "meet",
  when(Point, Point, (a, b) => a.x + b.x),
  when(Circle, Point, (a, b) => a.radius - b.x),
  when(Square, Point, (a, b) => a.side - b.x),
  when(Line, Point, (a, b) => a.length - b.x),
  when(Point, Circle, (a, b) => b.radius - a.x),
  when(Circle, Circle, (a, b) => a.radius + b.radius),
  when(Square, Circle, (a, b) => a.side + b.radius),
  when(Line, Circle, (a, b) => a.length + b.radius),
  when(Point, Square, (a, b) => b.side - a.x),
  when(Circle, Square, (a, b) => a.radius + b.side),
  when(Square, Square, (a, b) => a.side + b.side),
  when(Line, Square, (a, b) => a.length - b.side),
  when(Point, Line, (a, b) => b.length - a.x),
  when(Circle, Line, (a, b) => a.radius + b.length),
  when(Square, Line, (a, b) => a.side - b.length),
  when(Line, Line, (a, b) => a.length + b.length),
);

const shapes: Shape[] = [];
for (let i = 0; i < size; i++) {
  const kind = (i * 7 + (i >> 3)) % 4;
  shapes.push(kind === 0 ? new Point() : kind === 1 ? new Circle() : kind === 2 ? new Square() : new Line());
}
const rounds = Number(process.argv[2] ?? "1");
let total = 0;
for (let round = 0; round < rounds; round++)
  for (const first of shapes) for (const second of shapes) total = (total + meet(first, second)) & 0xffffff;
console.log(total);
