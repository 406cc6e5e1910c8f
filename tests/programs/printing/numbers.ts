console.log(0, -0, 1.0, -1.5, 1e21, 1e-7, Infinity, -Infinity, NaN);
console.log([0, -0, 1.0, -1.5, 1e21, 1e-7]);
console.log([Infinity, -Infinity, NaN]);
