let total = 0;
for (let i = 0; i < 5; i++) total += i % 2 === 0 ? i : 0.5;
console.log(total);
const half = total / 2;
console.log(half, half * 2 === total);
