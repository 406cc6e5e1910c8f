const parts = [1, 2];
console.log([0, ...parts, 3, ...parts].join(), [..."abc"].join("."), Math.max(...parts, 1));
const list = [1];
list.push(...parts, ...list);
console.log(list.join());
