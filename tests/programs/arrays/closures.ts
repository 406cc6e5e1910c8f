const functions: ((x: number) => number)[] = [(x) => x + 1, (x) => x * x];
functions.push((x) => functions[0]!(functions[1]!(x)));
for (const f of functions) console.log(f(5));
