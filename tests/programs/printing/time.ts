const start = performance.now();
let x = 0;
for (let i = 0; i < 1000; i++) x += i;
const elapsed = performance.now() - start;
console.log(x, elapsed >= 0, elapsed < 10000);
