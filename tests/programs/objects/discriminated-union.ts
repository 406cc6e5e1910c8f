type Shape =
  | { kind: "circle"; radius: number }
  | { kind: "square"; side: number }
  | { kind: "rectangle"; width: number; height: number };

function area(shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return 3 * shape.radius ** 2;
    case "square":
      return shape.side ** 2;
    case "rectangle":
      return shape.width * shape.height;
  }
}
const shapes: Shape[] = [
  { kind: "circle", radius: 2 },
  { kind: "square", side: 1.5 },
  { kind: "rectangle", width: 2, height: 5 },
];
for (const shape of shapes) console.log(shape.kind, area(shape));
