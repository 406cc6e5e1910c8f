let n: number;
console.log(n); // error: Variable 'n' is used before being assigned
