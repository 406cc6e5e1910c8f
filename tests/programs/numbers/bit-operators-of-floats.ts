console.log(1.9 | 0, -1.9 | 0, 2.5 & 3.7, ~0.9, ~-0.9);
console.log(NaN | 0, Infinity | 0, -Infinity | 0, NaN ^ 5);
console.log(1e10 | 0, 1e20 | 0, 1e21 | 0, -1e19 | 0, 2 ** 63 | 0, (2 ** 53 + 2) | 0);
