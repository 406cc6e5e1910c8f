const list = [1, 2, 3, 4, 5];
console.log(list.slice(1, 3), list.slice(-2), list.slice(2), list.slice(), list.slice(4, 1), list.slice(-3, -1));
const copy = list.slice();
copy[0] = 100;
console.log(list[0], copy[0]);
