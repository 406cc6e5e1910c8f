const list = [1, 2, 3, 4, 5];
list.length = 2;
console.log(list, list.length);
list.push(9);
console.log(list);
list.length = 0;
console.log(list.length, list[0]);
