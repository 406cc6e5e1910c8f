// stops: a read outside the array
const list = [1, 2, 3];
let sum = 0;
for (let i = 0; i <= list.length; i++) sum += list[i]!;
console.log(sum);
