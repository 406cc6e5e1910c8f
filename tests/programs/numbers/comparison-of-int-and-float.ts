console.log(1 === 1.0, 2 < 2.5, 3 > 2.9999999999999999, 9007199254740993 === 9007199254740992);
const big = 2 ** 53;
console.log(big + 1 > big, big + 2 > big);
