const list: number[] = [];
for (let i = 0; i < 5; i++) list[list.length] = i * 2;
console.log(list, list.length);
