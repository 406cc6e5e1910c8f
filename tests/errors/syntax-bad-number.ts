const n = 0b12; // error: ',' expected.
console.log(n);
