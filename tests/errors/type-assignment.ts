const n: number = "text"; // error: Type 'string' is not assignable to type 'number'
console.log(n);
