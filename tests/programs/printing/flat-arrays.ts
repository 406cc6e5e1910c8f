console.log([]);
console.log([1], [1, 2], [true, false], ["a"]);
console.log([null, undefined], [1, "a", true, null]);
console.log([1.5, 2, -0.25]);
