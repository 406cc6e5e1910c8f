const list = [1, 2];
console.log(list[2] ?? -1, list[-1] ?? -1, list[1] ?? -1);
const i = 7;
console.log((list[i] ?? 0) + 1);
