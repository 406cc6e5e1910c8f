function log(): void {}
const n: number = log(); // error: Type 'void' is not assignable to type 'number'.
console.log(n);
