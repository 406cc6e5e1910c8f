const list = [NaN, Infinity, -Infinity, 0 / 0];
for (const x of list) console.log(x, x === x);
console.log(list);
