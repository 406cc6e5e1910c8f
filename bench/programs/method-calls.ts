/** Calls that four classes answer. method-calls [ROUNDS [time]] */
abstract class Shape {
  abstract area(scale: number): number;
}

class Square extends Shape {
  override area(scale: number): number {
    return scale * scale;
  }
}

class Rectangle extends Shape {
  override area(scale: number): number {
    return scale * 3;
  }
}

class Triangle extends Shape {
  override area(scale: number): number {
    return scale * 0.5;
  }
}

class Point extends Shape {
  override area(_scale: number): number {
    return 0;
  }
}

const rounds = Number(process.argv[2] ?? "10000");
const start = performance.now();
const shapes: Shape[] = [new Square(), new Rectangle(), new Triangle(), new Point()];
let total = 0;
for (let i = 0; i < rounds; i++) total += shapes[i & 3]!.area(i & 15);
console.log(total);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
