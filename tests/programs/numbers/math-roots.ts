console.log(Math.sqrt(2), Math.sqrt(16), Math.sqrt(-1), Math.sqrt(-0), Math.cbrt(27), Math.cbrt(-8));
console.log(Math.hypot(3, 4), Math.hypot(1, 1), Math.pow(2, 0.5), Math.pow(-8, 3));
