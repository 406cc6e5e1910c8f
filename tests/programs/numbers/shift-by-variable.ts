const bits = -559038737;
for (let i = 0; i <= 34; i += 17) console.log(i, bits << i, bits >> i, bits >>> i);
let power = 1;
for (let i = 0; i < 34; i++) power = power << 1;
console.log(power);
