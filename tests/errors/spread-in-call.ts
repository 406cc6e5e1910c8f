const list = [1, 2, 3];
console.log(Math.max(...list)); // error: spread is not supported
