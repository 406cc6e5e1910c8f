console.log(-0 + 0, -0 + -0, -0 - 0, 0 - 0);
const values = [-0, 0, -0];
let sum = -0;
for (const value of values) sum += value;
console.log(sum, Object.is(sum, 0));
