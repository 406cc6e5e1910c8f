interface A { x: number }
interface B extends A { x: string } // error: Interface 'B' incorrectly extends interface 'A'.
const b: B = { x: "a" };
console.log(b);
