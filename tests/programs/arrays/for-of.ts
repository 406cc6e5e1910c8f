let total = 0;
for (const n of [1, 2, 3]) total += n;
console.log(total);
for (const word of ["a", "b"]) console.log(word);
for (const nothing of []) console.log(nothing);
