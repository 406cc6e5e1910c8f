interface Point {
  x: number;
}
const p: Point = { x: 1, y: 2 }; // error: Object literal may only specify known properties
console.log(p);
