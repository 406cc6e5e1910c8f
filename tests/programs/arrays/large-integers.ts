const list = [2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 4294967296];
list[0]! += 1;
console.log(list, list[0]! | 0);
