console.log(Math.abs(-5), Math.abs(-0), Math.abs(5.5), Math.abs(-2147483648), Math.abs(NaN));
console.log(Math.sign(-3), Math.sign(0), Math.sign(-0), Math.sign(7.5), Math.sign(NaN));
