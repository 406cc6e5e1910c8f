const n = 1 +; // error: Expression expected.
console.log(n);
