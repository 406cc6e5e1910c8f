const list = [1, 2, 3];
let i = 0;
while (list[i]! < 10) i++;
console.log(i);
