const functions: (() => string)[] = [];
for (const word of ["a", "b", "c"]) functions.push(() => word + word);
for (const f of functions) console.log(f());
