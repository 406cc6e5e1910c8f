const n = 6;
const flags = new Array<boolean>(n);
for (let i = 0; i < n; i++) flags[i] = i % 3 === 0;
console.log(flags, flags.length);
