const list: number[] = [];
for (let i = 0; i < 105; i++) list.push(i % 10);
console.log(list);
list.length = 100;
console.log(list);
list.push(7);
console.log(list);
