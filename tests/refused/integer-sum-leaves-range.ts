// stops: an integer leaves its range
let sum = 0;
for (let i = 0; i < 3; i++) sum += 4294967296;
console.log(sum);
let big = 9007199254740000;
for (let i = 0; i < 1000; i++) big += 1;
console.log(big);
