let x = 1;
console.log(x + (x = 5) + x++, x);
console.log(x-- - --x, x);
