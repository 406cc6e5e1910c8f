let seen = 0;
for (let i = 2147483640; i < 2147483655; i++) seen += i - 2147483640;
console.log(seen);
for (let i = -2147483650; i < -2147483646; i++) console.log(i);
for (let i = 4294967294; i <= 4294967297; i++) console.log(i, i | 0, i >>> 0);
