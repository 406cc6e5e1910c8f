const list: number[] = [];
for (let i = 1; i <= 12; i++) list.push(1 / i);
console.log(list);
