const n = 255;
console.log(n.toString(), (1.5).toString(), (-0).toString(), (1e21).toString(), NaN.toString());
console.log(n.toString() + 1, n + 1);
