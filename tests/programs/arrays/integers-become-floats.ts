const list = [1, 2, 3];
console.log(list);
list[1] = 2.5;
list.push(1 / 3);
console.log(list);
