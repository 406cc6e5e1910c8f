const list = [1];
console.log(list.push(2, 3, 4), list);
console.log(list.push(), list.length);
