const functions: (() => number)[] = [];
for (let i = 0; i < 3; i++) functions.push(() => i);
for (const f of functions) console.log(f());
