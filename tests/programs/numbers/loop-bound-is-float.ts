let n = 0;
for (let i = 0; i < 7 / 2; i++) n += i;
console.log(n);
for (let i = 10; i > -0.5; i -= 3) console.log(i);
