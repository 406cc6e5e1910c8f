const big = BigInt(10); // error: BigInt is not supported
console.log(big);
