let n = 0;
const list = [++n, ++n * 10, n, ++n];
console.log(list, `${++n} ${n} ${++n}`, n++ + n++ * n);
