const list = [0.5, 1.5, 2];
let sum = 0;
for (const x of list) sum += x;
console.log(list, sum);
list[0] = 1;
console.log(list, list[0]);
