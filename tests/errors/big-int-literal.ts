const big = 123n; // error: BigInt is not supported
console.log(big);
