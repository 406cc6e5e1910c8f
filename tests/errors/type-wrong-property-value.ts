interface Point { x: number; y: number }
const p: Point = { x: 1, y: "2" }; // error: Type 'string' is not assignable to type 'number'.
console.log(p);
