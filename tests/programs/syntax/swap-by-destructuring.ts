let i = 0;
const list = [0, 0];
[i, list[i]] = [1, 7];
console.log(i, list.join());
let a = 1;
let b = 2;
[a, b] = [b, a + b];
console.log(a, b);
