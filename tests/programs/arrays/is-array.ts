const list = [1];
console.log(Array.isArray(list), list instanceof Array);
