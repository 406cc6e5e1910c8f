// Steps of an integer whose sum leaves 32 bits, but not 53.
let sum = 0;
for (let i = 0; i < 100000; i++) sum += i * 1000;
console.log(sum);
let alternating = 0;
for (let i = 0; i < 1000; i++) alternating += i % 2 === 0 ? i * i : -i * i;
console.log(alternating);
