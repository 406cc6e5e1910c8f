// A zero written with a point starts a float, which may grow without bound.
let x = 0.0;
for (let i = 0; i < 70; i++) x = x + x + 1;
console.log(x);
