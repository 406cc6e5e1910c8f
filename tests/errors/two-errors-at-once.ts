const a: number = "one"; // error: Type 'string' is not assignable to type 'number'
const b = eval("2"); // error: eval is refused
console.log(a, b);
