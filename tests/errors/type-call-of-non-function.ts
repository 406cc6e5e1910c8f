const n = 5;
console.log(n()); // error: This expression is not callable.
