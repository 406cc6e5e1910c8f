const xs = [1, 2; // error: ',' expected.
console.log(xs);
