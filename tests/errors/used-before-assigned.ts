let n: number;
console.log(n); // warning: Variable 'n' is used before being assigned
