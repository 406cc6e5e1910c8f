const list: (number | undefined)[] = [1, undefined, 3];
let sum = 0;
for (const n of list) sum += n ?? 100;
console.log(sum, list);
