const functions: ((n: number) => number)[] = [(n) => n + 1, (n) => n / 2, (n) => n | 0, () => NaN, Math.sqrt, Math.floor];
for (const f of functions) console.log(f(9), f(2.25));
