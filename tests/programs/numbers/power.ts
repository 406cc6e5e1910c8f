console.log(2 ** 10, 2 ** 0, 2 ** -1, 2 ** 0.5);
console.log((-2) ** 3, (-8) ** (1 / 3));
console.log(NaN ** 0, 1 ** Infinity, 0 ** 0);
console.log(2 ** 53, 2 ** 1023 * 2, 10 ** 21);
