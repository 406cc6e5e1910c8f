console.log(Math.max(1, 2), Math.min(1, 2), Math.max(1, NaN), Math.max(-0, 0), Math.min(0, -0));
console.log(Math.max(3, 1, 2), Math.min(3, 1, 2), Math.max(), Math.min(), Math.max(5));
