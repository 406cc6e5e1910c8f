console.log([[1, 2], [3, 4]]);
console.log([[], [[]], [[[]]]]);
console.log([[[[1]]]], [[[1]]]);
