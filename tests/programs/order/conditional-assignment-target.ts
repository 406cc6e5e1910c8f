const a = [0];
const b = [0];
for (let i = 0; i < 4; i++) (i % 2 === 0 ? a : b)[0]! += i;
console.log(a, b);
