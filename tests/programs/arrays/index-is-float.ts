const list = [10, 20, 30];
const middle = (list.length - 1) / 2;
console.log(list[middle], list[0.5] ?? "nothing", list[NaN] ?? "nothing");
