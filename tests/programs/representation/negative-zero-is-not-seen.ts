// Where nobody can tell, -0 is as good as 0.
let sum = 0;
for (let i = -3; i <= 3; i++) sum += (i % 3) * 0 + (i * 0 === 0 ? 1 : 0);
const list = [5, 6];
console.log(sum, list[-3 % 3], (-3 % 3) + 1, (-3 % 3) | 0, -3 % 3 === 0, -3 % 3 < 0);
