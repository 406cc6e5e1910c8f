const functions: (() => number)[] = [];
let i = 0;
for (; i < 3; i++) functions.push(() => i);
for (const f of functions) console.log(f());
