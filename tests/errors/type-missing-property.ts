interface Point {
  x: number;
  y: number;
}
const p: Point = { x: 1 }; // error: Property 'y' is missing
console.log(p);
