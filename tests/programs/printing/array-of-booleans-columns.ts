const list: boolean[] = [];
for (let i = 0; i < 10; i++) list.push(i % 3 === 0);
console.log(list);
