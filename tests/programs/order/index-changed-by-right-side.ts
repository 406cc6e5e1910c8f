let i = 0;
const list = [0, 0, 0];
list[i] = i = 2;
console.log(list, i);
list[i--] = i;
console.log(list, i);
i = 0;
list[i++] = list[i++] = 7;
console.log(list, i);
