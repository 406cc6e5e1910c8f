console.log([1, "two", 3, "four", 5, "six", 7, "eight"]);
console.log([10, 200, 3000, 4, 50, 600, 7000, -1, -22]);
console.log([undefined, null, undefined, null, undefined, null, undefined]);
