const list = new Array<number>(300000);
for (let i = 0; i < list.length; i++) list[i] = i % 1000;
let sum = 0;
for (let i = 0; i < list.length; i += 7) sum += list[i]!;
console.log(sum, list.length);
