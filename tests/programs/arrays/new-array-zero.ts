const list = new Array<number>(0);
console.log(list.length);
list.push(1);
console.log(list);
const other = new Array<string>();
other.push("x");
console.log(other.length, other[0]);
