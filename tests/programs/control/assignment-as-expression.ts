let a = 0;
let b = 0;
a = b = 5;
console.log(a, b, (a += 2) + (b = a));
let line: string;
let i = 0;
const lines = ["x", "y", ""];
while ((line = lines[i++]!) !== "") console.log(line);
